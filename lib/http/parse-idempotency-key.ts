import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiError } from './api-error.ts';

const PRINTABLE = /^[\x21-\x7e]{1,128}$/;

/** Reads the header `Idempotency-Key`, 1 to 128 printable characters of ASCII; `undefined` where there is none. */
export function parseIdempotencyKey(headers: Headers): Result<string | undefined, ApiError> {
  const key = headers.get('idempotency-key') ?? undefined;
  return key === undefined || PRINTABLE.test(key)
    ? ok(key)
    : err({ code: 'header/idempotency-key', path: 'Idempotency-Key', at: 0 });
}
