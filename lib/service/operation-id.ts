import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { hmacSha256 } from '../kernel/hmac.ts';
import { networkKeyOf } from '../store/network-key.ts';
import type { PackRequest } from './pack-request.ts';

const ID_BYTES = 16;

/**
 * The id of one operation at the counter, 32 hex digits: made from the caller's `Idempotency-Key`, so that a repetition meets
 * what the first one wrote, else random.
 */
export function operationIdOf(
  scope: OrgScope,
  { requestKey, gtin, serial }: Pick<PackRequest, 'requestKey' | 'gtin' | 'serial'>,
  operation: string,
): string {
  if (requestKey === undefined) return hexOf(randomBytes(ID_BYTES));
  const message = utf8Of(`operation\0${scope.organisation}\0${operation}\0${gtin}\0${serial}\0${requestKey}`);
  return hexOf(hmacSha256(networkKeyOf(scope), message).subarray(0, ID_BYTES));
}

/** The eventID of the event that an operation makes: a custom UUID (RFC 9562, version 8) of its id. */
export function operationEventId(operationId: string): string {
  const digits = [...operationId];
  digits[12] = '8';
  digits[16] = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4] ?? '8';
  const uuid = digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return `urn:uuid:${uuid}`;
}
