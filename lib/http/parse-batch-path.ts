import { type Gtin, parseGtin } from '../gs1/gtin.ts';
import { type Lot, parseLot } from '../gs1/lot.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiError } from './api-error.ts';
import { pathSegments } from './path-segments.ts';

/** Reads product and batch behind `prefix` in the path of a request. Errors: `identifier/gtin`, `identifier/batch`. */
export function parseBatchPath(
  request: Request,
  prefix: string,
): Result<{ readonly gtin: Gtin; readonly lot: Lot }, ApiError> {
  const [gtinText = '', lotText = ''] = pathSegments(request, prefix);
  const gtin = parseGtin(gtinText);
  if (!gtin.ok) return err({ code: 'identifier/gtin', path: 'gtin', at: 0 });
  const lot = parseLot(lotText);
  return lot.ok
    ? ok({ gtin: gtin.value, lot: lot.value })
    : err({ code: 'identifier/batch', path: 'lot', at: 0 });
}
