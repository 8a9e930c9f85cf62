import { ByteWriter } from '../kernel/byte-writer.ts';
import { compareBytes, equalBytes } from '../kernel/bytes.ts';
import type { Hash } from '../ledger/hash.ts';
import { ID_BYTES, type LedgerEventId } from './event-id.ts';
import { type Membership, membershipOf, rootOf } from './membership.ts';

/** How an event continues the history of one object it names, in the order of recording. */
export interface PreviousLink {
  readonly tag: Hash;
  /** The object's event recorded before this one; `undefined` where this is its first. */
  readonly previous: LedgerEventId | undefined;
  /** How many events of the object were recorded before this one. */
  readonly counter: bigint;
}

/**
 * The RFC 6962 root over an event's links, sorted by tag: each is
 * tag (32 bytes) || id of the previous event (16 bytes, zero where none) || counter (u64, big-endian).
 * A tag given twice throws. An event that names no object has the root of the empty tree.
 */
export function prevRoot(links: readonly PreviousLink[]): Hash {
  const sorted = links.toSorted((a, b) => compareBytes(a.tag, b.tag));
  sorted.forEach(({ tag }, at) => {
    const before = sorted[at - 1];
    if (before && equalBytes(before.tag, tag)) throw new Error('two links of one object');
  });
  return rootOf(sorted.map(linkBytes));
}

/** The bytes of one link, as {@link prevRoot} has them under its root. */
export const linkBytes = ({ tag, previous, counter }: PreviousLink): Uint8Array =>
  new ByteWriter()
    .bytes(tag)
    .bytes(previous ?? new Uint8Array(ID_BYTES), ID_BYTES)
    .u64(counter)
    .done();

/** Where the link of `tag` stands under its event's {@link prevRoot}; `undefined` where the event does not name it. */
export function linkMembership(links: readonly PreviousLink[], tag: Hash): Membership | undefined {
  const sorted = links.toSorted((a, b) => compareBytes(a.tag, b.tag));
  const index = sorted.findIndex((link) => equalBytes(link.tag, tag));
  return index === -1 ? undefined : membershipOf(sorted.map(linkBytes), index);
}
