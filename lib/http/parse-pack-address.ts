import { type Gtin, parseGtin } from '../gs1/gtin.ts';
import { parseSerial, type Serial } from '../gs1/serial.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiCode, ApiError } from './api-error.ts';
import { pathSegments } from './path-segments.ts';

const PREFIX = '/api/v1/packs/';

/** Which pack an address below `/api/v1/packs/{gtin}/{serial}` names. The first fault is told, with its place. */
export function parsePackAddress(
  request: Request,
): Result<{ readonly gtin: Gtin; readonly serial: Serial }, ApiError> {
  const [gtinText = '', serialText = ''] = pathSegments(request, PREFIX);
  const gtin = identified('identifier/gtin', 'gtin', parseGtin(gtinText));
  if (!gtin.ok) return gtin;
  const serial = identified('identifier/serial', 'serial', parseSerial(serialText));
  return serial.ok ? ok({ gtin: gtin.value, serial: serial.value }) : serial;
}

type KeyFault = { readonly code: string; readonly at?: number };

/** What a parser of identifiers says, with the place in the request. */
export function identified<T>(code: ApiCode, path: string, parsed: Result<T, KeyFault>): Result<T, ApiError> {
  if (parsed.ok) return parsed;
  return err({ code, path, at: parsed.error.at ?? 0, detail: `The fault: ${parsed.error.code}.` });
}
