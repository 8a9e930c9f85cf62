import { z } from 'zod';
import { parseExpiry } from '../gs1/expiry.ts';
import { parseGtin } from '../gs1/gtin.ts';
import { parseLot } from '../gs1/lot.ts';
import { parseSerial } from '../gs1/serial.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { PublicRequest } from '../service/check-for-public.ts';
import type { ApiCode, ApiError } from './api-error.ts';

/** What was read from a pack, as text. An empty text is one that was not read. */
const shape = z.object({
  gtin: z.string(),
  serial: z.string().default(''),
  batch: z.string().default(''),
  expiry: z.string().default(''),
  mode: z.enum(['scan', 'manual']).default('manual'),
});

/**
 * Reads what the public asks. Errors: `body/invalid`, and for a value that is none of its kind `identifier/gtin`, `identifier/serial`,
 * `identifier/batch`, `identifier/expiry` with the position of the fault.
 */
export function parsePublicRequest(body: unknown, at: Instant): Result<PublicRequest, ApiError> {
  const read = shape.safeParse(body);
  if (!read.success)
    return err({ code: 'body/invalid', path: `/${read.error.issues[0]?.path.join('/') ?? ''}` });
  const { gtin: gtinText, serial: serialText, batch, expiry: printed, mode } = read.data;
  const gtin = told('identifier/gtin', '/gtin', parseGtin(gtinText));
  if (!gtin.ok) return gtin;
  const serial = told('identifier/serial', '/serial', ifGiven(serialText, parseSerial));
  if (!serial.ok) return serial;
  const lot = told('identifier/batch', '/batch', ifGiven(batch, parseLot));
  if (!lot.ok) return lot;
  const thisYear = new Date(at).getUTCFullYear();
  const expiry = told(
    'identifier/expiry',
    '/expiry',
    ifGiven(printed, (text) => parseExpiry(text, thisYear)),
  );
  if (!expiry.ok) return expiry;
  const pack = { gtin: gtin.value, serial: serial.value, lot: lot.value, expiry: expiry.value };
  return ok({ ...pack, entryMode: mode, at });
}

type KeyFault = { readonly code: string; readonly at?: number };

const ifGiven = <T, E>(text: string, parse: (text: string) => Result<T, E>): Result<T | undefined, E> =>
  text === '' ? ok(undefined) : parse(text);

const told = <T>(code: ApiCode, path: string, parsed: Result<T, KeyFault>): Result<T, ApiError> =>
  parsed.ok
    ? parsed
    : err({ code, path, at: parsed.error.at ?? 0, detail: `The fault: ${parsed.error.code}.` });
