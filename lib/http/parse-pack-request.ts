import { parseExpiry } from '../gs1/expiry.ts';
import { parseLot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { PackRequest } from '../service/pack-request.ts';
import type { ApiCode, ApiError } from './api-error.ts';
import { parseIdempotencyKey } from './parse-idempotency-key.ts';
import { identified, parsePackAddress } from './parse-pack-address.ts';

/**
 * Reads the address and headers of a request about one pack: `/api/v1/packs/{gtin}/{serial}?batch=…&expiry=YYMMDD`. The first fault is
 * told, with its place.
 */
export function parsePackRequest(request: Request, at: Instant): Result<PackRequest, ApiError> {
  const query = new URL(request.url).searchParams;
  const thisYear = new Date(at).getUTCFullYear();
  const pack = parsePackAddress(request);
  if (!pack.ok) return pack;
  const lot = optional('identifier/batch', 'batch', query.get('batch'), parseLot);
  if (!lot.ok) return lot;
  const expiry = optional('identifier/expiry', 'expiry', query.get('expiry'), (text) =>
    parseExpiry(text, thisYear),
  );
  if (!expiry.ok) return expiry;
  const headers = parseHeaders(request.headers);
  if (!headers.ok) return headers;
  const read = { ...pack.value, lot: lot.value, expiry: expiry.value };
  return ok({ ...read, ...headers.value, at });
}

type KeyFault = { readonly code: string; readonly at?: number };

const optional = <T>(
  code: ApiCode,
  path: string,
  text: string | null,
  parse: (text: string) => Result<T, KeyFault>,
): Result<T | undefined, ApiError> => (text === null ? ok(undefined) : identified(code, path, parse(text)));

type Headed = Pick<PackRequest, 'entryMode' | 'requestKey' | 'device'>;

/** What names a device goes into the observation; anything else under that header is left out. */
const PRINTABLE = /^[\x21-\x7e]{1,128}$/;

function parseHeaders(headers: Headers): Result<Headed, ApiError> {
  const entryMode = headers.get('entry-mode');
  if (entryMode !== 'scan' && entryMode !== 'manual') {
    return err({ code: 'header/entry-mode', path: 'Entry-Mode', at: 0 });
  }
  const requestKey = parseIdempotencyKey(headers);
  if (!requestKey.ok) return requestKey;
  const named = headers.get('device') ?? '';
  const device = PRINTABLE.test(named) ? named : undefined;
  return ok({ entryMode, requestKey: requestKey.value, device });
}
