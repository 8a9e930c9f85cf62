import { ed25519Verify } from '#ed25519';
import { equalBytes, hexOf } from '../../kernel/bytes.ts';
import { actorKeyId } from '../actor-key.ts';
import { EVENT_FLAG, type EventLeaf, signedBytesOf } from '../event-leaf.ts';
import { type KeyLeaf, keyLeafId } from '../key-leaf.ts';
import type { BundleEntry } from './bundle.ts';
import { BundleRefusal } from './bundle-fault.ts';
import type { ProvenEntry } from './check-entry.ts';

/** With whose key an event is signed: the organisation's own, one that the platform holds for it, or none. */
export type BundleSignature = 'organisation' | 'platform' | 'nobody';

/**
 * Checks that each signed event is signed with a key that a leaf among the entries registered for its actor before, and that none of them
 * ended before. Whether a key was ended by a leaf that is not here, only an audit of the whole log can tell. Gives who signed each entry.
 * Throws {@link BundleRefusal}.
 */
export function checkSignatures(
  entries: readonly BundleEntry[],
  proven: readonly ProvenEntry[],
): readonly BundleSignature[] {
  const keys = new Map(
    proven.flatMap((entry) => (entry.leaf.type === 'key' ? [[entry.id, entry] as const] : [])),
  );
  return proven.map(({ leaf, index }, at) => {
    if (leaf.type !== 'event' || !leaf.signature) return 'nobody';
    const place = `/entries/${at}/leaf`;
    const key = keyOf(leaf, index, keys);
    if (!key) throw new BundleRefusal('bundle/actor-key', place);
    const bytes = entries[at]?.leaf ?? new Uint8Array();
    if (!ed25519Verify(key.publicKey, signedBytesOf(bytes), leaf.signature))
      throw new BundleRefusal('bundle/actor-signature', place);
    return key.holder === 'platform' ? 'platform' : 'organisation';
  });
}

function keyOf(event: EventLeaf, index: bigint, keys: ReadonlyMap<string, ProvenEntry>): KeyLeaf | undefined {
  const [begins, ends] = [false, true].map((ended) =>
    keys.get(hexOf(keyLeafId(ended, event.actor, event.actorKeyId))),
  );
  if (begins?.leaf.type !== 'key' || begins.index >= index || (ends && ends.index < index)) return undefined;
  const { leaf } = begins;
  const isPlatforms = (event.flags & EVENT_FLAG.platformHeldKey) !== 0;
  const isTheActors =
    equalBytes(leaf.actor, event.actor) && equalBytes(actorKeyId(leaf.publicKey), event.actorKeyId);
  return isTheActors && isPlatforms === (leaf.holder === 'platform') ? leaf : undefined;
}
