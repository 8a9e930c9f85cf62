import { z } from 'zod';
import { type Gln, parseGln } from '../gs1/gln.ts';
import { type Gtin, parseGtin } from '../gs1/gtin.ts';
import { type Lot, parseLot } from '../gs1/lot.ts';
import { parseSerial, type Serial } from '../gs1/serial.ts';
import { type Instant, parseInstant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { GrantOrder } from '../service/give-grant.ts';
import type { ApiError } from './api-error.ts';

/** A text that one of the parsers reads; its error code stands in the answer. */
const parsed = <T>(parse: (text: string) => Result<T, { readonly code: string }>) =>
  z.string().transform((text, context) => {
    const read = parse(text);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: `The fault: ${read.error.code}.` });
    return z.NEVER;
  });

const shape = z.strictObject({
  to: parsed<Gln>(parseGln),
  show: z.enum(['whole', 'outline']).default('whole'),
  event: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits')
    .optional(),
  gtin: parsed<Gtin>(parseGtin).optional(),
  batch: parsed<Lot>(parseLot).optional(),
  serial: parsed<Serial>(parseSerial).optional(),
  purpose: z.enum(['operations', 'inspection', 'audit']).optional(),
  validFrom: parsed<Instant>(parseInstant).optional(),
  validUntil: parsed<Instant>(parseInstant).optional(),
});

/** Reads the body that orders a grant. Every fault is told with its JSON pointer. */
export function parseGrantOrder(body: unknown): Result<Omit<GrantOrder, 'id'>, ApiError> {
  const read = shape.safeParse(body);
  if (read.success) {
    const { to, show, event, gtin, batch: lot, serial, purpose, validFrom, validUntil } = read.data;
    return ok({ to, what: { show, event, gtin, lot, serial }, purpose, validFrom, validUntil });
  }
  const errors = read.error.issues.map(({ path, message }) => ({
    path: path.map((key) => `/${String(key)}`).join(''),
    detail: message,
  }));
  return err({ code: 'body/invalid', ...errors[0], members: { errors } });
}
