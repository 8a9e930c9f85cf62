import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result.ts';
import type { PackChange } from '../service/change-pack.ts';
import type { ApiError } from './api-error.ts';

const STATES = [
  'active',
  'supplied',
  'destroyed',
  'exported',
  'sample',
  'free-sample',
  'locked',
  'stolen',
] as const;

const shape = z.strictObject({
  state: z.enum(STATES),
  reason: z
    .string()
    .max(500)
    .regex(/^\P{Cc}*$/u, 'may hold no control characters')
    .optional(),
});

/** Reads the body of `PATCH`. Every fault is told with its JSON pointer; one of `state` has a code of its own. */
export function parsePackChange(body: unknown): Result<PackChange, ApiError> {
  const read = shape.safeParse(body);
  if (read.success) return ok({ state: read.data.state, note: read.data.reason });
  const faults = read.error.issues.map(({ path, message }) => ({
    path: path.map((key) => `/${String(key)}`).join(''),
    detail: message,
  }));
  const [first] = faults;
  const code = faults.some(({ path }) => path === '/state') ? 'pack/state-not-known' : 'body/invalid';
  const told = faults.find(({ path }) => path === '/state') ?? first;
  return err({ code, path: told?.path ?? '', detail: told?.detail, members: { errors: faults } });
}
