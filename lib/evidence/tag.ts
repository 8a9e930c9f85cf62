import { compareBytes, concatBytes, equalBytes, utf8Of } from '../kernel/bytes.ts';
import { hmacSha256 } from '../kernel/hmac.ts';
import type { Result } from '../kernel/result.ts';
import { type Hash, hashOf, parseHash } from '../ledger/hash.ts';
import type { NetworkKey } from './event-id.ts';
import {
  type Membership,
  type MembershipError,
  membershipOf,
  rootOf,
  verifyMembership,
} from './membership.ts';

/** What kind of identifier a subject has. The identifier itself is in its canonical form. */
export type SubjectKind = 'sgtin' | 'lgtin' | 'sscc' | 'grai' | 'giai' | 'other';

/** What opens one tag to somebody without the network's key. It tells nothing about any other tag. */
export interface TagOpening {
  readonly kind: SubjectKind;
  readonly id: string;
  /** From {@link tagNonce}. */
  readonly nonce: Hash;
}

/** Stands before everything that a tag is made of. */
export const TAG_DOMAIN = 'dpl-tag/v1\0';

/** The nonce of a subject's tag: HMAC-SHA256(K_net, kind || 0x00 || id). */
export function tagNonce(networkKey: NetworkKey, kind: SubjectKind, id: string): Hash {
  const nonce = parseHash(hmacSha256(networkKey, utf8Of(`${kind}\0${id}`)));
  if (!nonce) throw new Error('HMAC-SHA256 gave no 32 bytes');
  return nonce;
}

/**
 * What stands for a subject in the public log: SHA-256("dpl-tag/v1" || 0x00 || kind || 0x00 || id || 0x00 || nonce).
 * The nonce's fixed length keeps any two subjects apart, whatever bytes their ids hold.
 */
export const tagOf = (kind: SubjectKind, id: string, nonce: Hash): Hash =>
  hashOf(concatBytes(utf8Of(`${TAG_DOMAIN}${kind}\0${id}\0`), nonce));

/** The RFC 6962 root over the tags of an event's subjects, sorted and each once. */
export const subjectsRoot = (tags: readonly Hash[]): Hash => rootOf(sortedOnce(tags));

/** Where `tag` stands among an event's tags; `undefined` where it is none of them. */
export function subjectMembership(tags: readonly Hash[], tag: Hash): Membership | undefined {
  const sorted = sortedOnce(tags);
  const index = sorted.findIndex((other) => equalBytes(other, tag));
  return index === -1 ? undefined : membershipOf(sorted, index);
}

/** Checks that the event with this `subjects_root` names the opened subject. Errors: `membership/not-in-the-root`. */
export const verifySubject = (
  { kind, id, nonce }: TagOpening,
  membership: Membership,
  root: Hash,
): Result<void, MembershipError> => verifyMembership(tagOf(kind, id, nonce), membership, root);

function sortedOnce(tags: readonly Hash[]): readonly Hash[] {
  const sorted = tags.toSorted(compareBytes);
  return sorted.filter((tag, at) => {
    const before = sorted[at - 1];
    return !before || !equalBytes(tag, before);
  });
}
