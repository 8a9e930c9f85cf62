import { parseExpiry } from '../gs1/expiry.ts';
import { parseGtin } from '../gs1/gtin.ts';
import { parseLot } from '../gs1/lot.ts';
import { parseSerial } from '../gs1/serial.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { PackRequest } from '../service/pack-request.ts';
import type { ApiCode, ApiError } from './api-error.ts';

/** Where a pack is named in an address: `/api/v1/packs/{gtin}/{serial}?batch=…&expiry=YYMMDD`. */
export interface PackAddress {
  readonly gtin: string;
  readonly serial: string;
}

/** Reads the address and headers of a request about one pack. The first fault is told, with its place. */
export function parsePackRequest(
  request: Request,
  address: PackAddress,
  at: Instant,
): Result<PackRequest, ApiError> {
  const query = new URL(request.url).searchParams;
  const thisYear = new Date(at).getUTCFullYear();
  const gtin = identified('identifier/gtin', 'gtin', parseGtin(address.gtin));
  if (!gtin.ok) return gtin;
  const serial = identified('identifier/serial', 'serial', parseSerial(address.serial));
  if (!serial.ok) return serial;
  const lot = optional('identifier/batch', 'batch', query.get('batch'), parseLot);
  if (!lot.ok) return lot;
  const expiry = optional('identifier/expiry', 'expiry', query.get('expiry'), (text) =>
    parseExpiry(text, thisYear),
  );
  if (!expiry.ok) return expiry;
  const headers = parseHeaders(request.headers);
  if (!headers.ok) return headers;
  const read = { gtin: gtin.value, serial: serial.value, lot: lot.value, expiry: expiry.value };
  return ok({ ...read, ...headers.value, at });
}

type KeyFault = { readonly code: string; readonly at?: number };

function identified<T>(code: ApiCode, path: string, parsed: Result<T, KeyFault>): Result<T, ApiError> {
  if (parsed.ok) return parsed;
  return err({ code, path, at: parsed.error.at ?? 0, detail: `The fault: ${parsed.error.code}.` });
}

const optional = <T>(
  code: ApiCode,
  path: string,
  text: string | null,
  parse: (text: string) => Result<T, KeyFault>,
): Result<T | undefined, ApiError> => (text === null ? ok(undefined) : identified(code, path, parse(text)));

type Headed = Pick<PackRequest, 'entryMode' | 'requestKey' | 'device'>;

const PRINTABLE = /^[\x21-\x7e]{1,128}$/;

function parseHeaders(headers: Headers): Result<Headed, ApiError> {
  const entryMode = headers.get('entry-mode');
  if (entryMode !== 'scan' && entryMode !== 'manual') {
    return err({ code: 'header/entry-mode', path: 'Entry-Mode', at: 0 });
  }
  const requestKey = headers.get('idempotency-key') ?? undefined;
  if (requestKey !== undefined && !PRINTABLE.test(requestKey)) {
    return err({ code: 'header/idempotency-key', path: 'Idempotency-Key', at: 0 });
  }
  const device = headers.get('device') ?? undefined;
  return ok({
    entryMode,
    requestKey,
    device: device !== undefined && PRINTABLE.test(device) ? device : undefined,
  });
}
