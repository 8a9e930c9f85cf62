import { ok, type Result } from '../kernel/result.ts';
import { checkForPublic, type PublicCheckBody, type PublicRequest } from '../service/check-for-public.ts';
import type { ApiError } from './api-error.ts';
import { atEvenTime } from './at-even-time.ts';
import { limitPublicCheck } from './public-limits.ts';

/** The public check within its limits, and at a time that tells nothing. Error: `rate/limited`. */
export async function checkPublic(
  headers: Pick<Headers, 'get'>,
  asked: PublicRequest,
): Promise<Result<PublicCheckBody, ApiError>> {
  const limit = limitPublicCheck(headers, asked);
  if (limit) return { ok: false, error: limit };
  return ok(await atEvenTime(() => checkForPublic(asked)));
}
