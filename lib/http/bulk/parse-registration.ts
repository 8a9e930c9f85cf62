import { parseExpiry } from '../../gs1/expiry.ts';
import { parseGtin } from '../../gs1/gtin.ts';
import { parseLot } from '../../gs1/lot.ts';
import type { Instant } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { RegistrationOrder } from '../../service/registration/open-registration.ts';
import type { ApiError } from '../api-error.ts';
import { parseIdempotencyKey } from '../parse-idempotency-key.ts';

/** Where the serial numbers of a registration come from. */
export type RegistrationSource =
  | { readonly kind: 'upload'; readonly source: 'csv' | 'epcis' }
  | { readonly kind: 'generate'; readonly count: number };

export interface RegistrationRequest {
  readonly order: RegistrationOrder;
  readonly from: RegistrationSource;
}

const SOURCES: Readonly<Record<string, 'csv' | 'epcis'>> = {
  'text/csv': 'csv',
  'text/plain': 'csv',
  'application/json': 'epcis',
  'application/ld+json': 'epcis',
};

/**
 * Reads `POST /api/v1/registrations?gtin=…&batch=…&expiry=YYMMDD[&generate=N][&start=ask]`: the body is a file of serial numbers,
 * or there is none and they are to be made. With `start=ask` the packs are registered only once that is said too.
 */
export function parseRegistration(request: Request, at: Instant): Result<RegistrationRequest, ApiError> {
  const query = new URL(request.url).searchParams;
  const gtin = parseGtin(query.get('gtin') ?? '');
  if (!gtin.ok) return err({ code: 'identifier/gtin', path: 'gtin', at: 0 });
  const lot = parseLot(query.get('batch') ?? '');
  if (!lot.ok) return err({ code: 'identifier/batch', path: 'batch', at: 0 });
  const expiry = parseExpiry(query.get('expiry') ?? '', new Date(at).getUTCFullYear());
  if (!expiry.ok) return err({ code: 'identifier/expiry', path: 'expiry', at: 0 });
  const key = parseIdempotencyKey(request.headers);
  if (!key.ok) return key;
  const from = sourceIn(request.headers, query.get('generate'));
  if (!from.ok) return from;
  const order: RegistrationOrder = {
    ...{ gtin: gtin.value, lot: lot.value, expiry: expiry.value.date, at },
    ...{ requestKey: key.value, startsByItself: query.get('start') !== 'ask' },
  };
  return ok({ order, from: from.value });
}

function sourceIn(headers: Headers, generate: string | null): Result<RegistrationSource, ApiError> {
  if (generate !== null) {
    const count = /^\d{1,9}$/.test(generate) ? Number(generate) : 0;
    return count > 0 ? ok({ kind: 'generate', count }) : err({ code: 'serials/count', path: 'generate' });
  }
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const source = Object.hasOwn(SOURCES, type) ? SOURCES[type] : undefined;
  return source
    ? ok({ kind: 'upload', source })
    : err({ code: 'media-type/unsupported', path: 'Content-Type' });
}
