import { ed25519Verify } from '#ed25519';
import { EVENT_FLAG, type EventLeaf, signedBytesOf } from '../../lib/evidence/event-leaf.ts';
import { type KeyLeaf, keyLeafId, keySignedBytes } from '../../lib/evidence/key-leaf.ts';
import { parseLeaf } from '../../lib/evidence/leaf.ts';
import { hexOf } from '../../lib/kernel/bytes.ts';
import { ed25519KeyFault } from '../../lib/kernel/ed25519-key-fault.ts';
import { err, ok, type Result } from '../../lib/kernel/result.ts';
import { verifyTlogProof } from '../../lib/ledger/tlog-proof.ts';
import type { LogReader } from './log-reader.ts';
import type { OpenLog } from './open-log.ts';
import type { EventSigner, ProveError } from './proof.ts';
import { type ReceiptedEntry, receiptedEntry } from './receipted-entry.ts';

/** An event's entry, read. */
export interface EventEntry {
  readonly index: bigint;
  readonly bytes: Uint8Array;
  readonly leaf: EventLeaf;
}

/**
 * Checks that the actor of an event signed it, with a key that the log names in front of it and does not end there. Who may name a key
 * on whose word, and that no event of an actor with a key is unsigned, takes the whole log: `vialog audit` checks it.
 */
export async function checkSignature(
  { index, bytes, leaf }: EventEntry,
  log: LogReader,
  opened: OpenLog,
): Promise<Result<EventSigner | undefined, ProveError>> {
  const { actor, actorKeyId: keyId, signature } = leaf;
  if (!signature) return ok(undefined);
  const begun = await keyAt(hexOf(keyLeafId(false, actor, keyId)), log, opened);
  if (!begun.ok) return begun;
  if (!begun.value || begun.value.index >= index || !isInHand(begun.value.leaf))
    return fault('signature/key-unknown');
  const ended = await keyAt(hexOf(keyLeafId(true, actor, keyId)), log, opened);
  if (!ended.ok) return ended;
  if (ended.value && ended.value.index < index) return fault('signature/key-not-active');

  const { holder, publicKey } = begun.value.leaf;
  const isFlagged = (leaf.flags & EVENT_FLAG.platformHeldKey) !== 0;
  if (isFlagged !== (holder === 'platform')) return fault('signature/holder-flag');
  if (!ed25519Verify(publicKey, signedBytesOf(bytes), signature)) return fault('signature/invalid');
  const heldBy = holder === 'platform' ? 'platform' : 'organisation';
  return ok({ keyId: hexOf(keyId), heldBy, index: begun.value.index });
}

const fault = (because: string): Result<never, ProveError> => err({ code: 'prove/signature', because });

/** Who registered the key had it, and no two verifiers disagree about it. */
const isInHand = (leaf: KeyLeaf): boolean =>
  leaf.action !== 'revoke' &&
  leaf.possession !== undefined &&
  ed25519KeyFault(leaf.publicKey) === undefined &&
  ed25519Verify(leaf.publicKey, keySignedBytes(leaf), leaf.possession);

/** The leaf of a key under its id, proved to be in the log; `undefined` where the log has none. */
async function keyAt(
  id: string,
  log: LogReader,
  opened: OpenLog,
): Promise<Result<{ readonly index: bigint; readonly leaf: KeyLeaf } | undefined, ProveError>> {
  const entry = await receiptedEntry(id, log, opened);
  if (!entry.ok) return entry.error.code === 'prove/not-yet' ? ok(undefined) : entry;
  const leaf = keyIn(entry.value, opened);
  return leaf && hexOf(leaf.id) === id
    ? ok({ index: entry.value.index, leaf })
    : fault('signature/key-unknown');
}

/** A key's leaf has no other id than that of its actor and key. */
function keyIn({ receipt, bytes }: ReceiptedEntry, { key }: OpenLog): KeyLeaf | undefined {
  const leaf = parseLeaf(bytes);
  const isProven = verifyTlogProof(receipt, bytes, key).ok;
  return isProven && leaf.ok && leaf.value.type === 'key' ? leaf.value : undefined;
}
