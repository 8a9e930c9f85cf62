import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { hmacSha256 } from '../kernel/hmac.ts';
import { networkKeyOf } from '../store/network-key.ts';

const NAME_BYTES = 16;

/**
 * The name of what a request makes, 32 hex digits: made from its `Idempotency-Key`, so that a repetition makes the same thing and not
 * another, else random.
 */
export function requestName(scope: OrgScope, what: string, requestKey: string | undefined): string {
  if (requestKey === undefined) return hexOf(randomBytes(NAME_BYTES));
  const message = utf8Of(`${what}\0${scope.organisation}\0${requestKey}`);
  return hexOf(hmacSha256(networkKeyOf(scope), message).subarray(0, NAME_BYTES));
}
