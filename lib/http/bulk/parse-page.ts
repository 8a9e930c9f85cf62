import { err, ok, type Result } from '../../kernel/result.ts';
import type { ApiError } from '../api-error.ts';

/** A page by its key: what stands behind `after`, `limit` at most. */
export interface NumberedPage {
  readonly after: number;
  readonly limit: number;
}

const MOST = 10_000;
const USUAL = 1_000;
const NUMBER = /^\d{1,9}$/;

/** Reads `after` and `limit` of a list whose items are numbered from 1. Errors: `request/page`. */
export function parsePage(request: Request): Result<NumberedPage, ApiError> {
  const query = new URL(request.url).searchParams;
  const [after, limit] = [query.get('after') ?? '0', query.get('limit') ?? String(USUAL)];
  if (!NUMBER.test(after)) return err({ code: 'request/page', path: 'after' });
  const most = NUMBER.test(limit) ? Number(limit) : 0;
  if (most < 1 || most > MOST)
    return err({ code: 'request/page', path: 'limit', detail: `From 1 to ${MOST}.` });
  return ok({ after: Number(after), limit: most });
}
