import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiError } from './api-error.ts';

const shape = z.strictObject({ fields: z.array(z.string().min(1).max(255)).min(1).max(50) });

/** Reads the body that names the fields to erase: `{"fields": ["extension https://…"]}`. Errors: `body/invalid`. */
export function parseErasure(body: unknown): Result<readonly string[], ApiError> {
  const read = shape.safeParse(body);
  if (read.success) return ok(read.data.fields);
  const [issue] = read.error.issues;
  return err({
    code: 'body/invalid',
    path: `/${issue?.path.join('/') ?? ''}`,
    ...(issue && { detail: issue.message }),
  });
}
