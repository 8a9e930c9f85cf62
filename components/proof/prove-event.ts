import { verifyReceipt } from '../../lib/evidence/receipt.ts';
import { hexOf } from '../../lib/kernel/bytes.ts';
import { err, ok, type Result } from '../../lib/kernel/result.ts';
import { type Hash, leafHash } from '../../lib/ledger/hash.ts';
import { siblingSides, verifyInclusion } from '../../lib/ledger/inclusion.ts';
import { proveInclusion } from '../../lib/ledger/tile-reader.ts';
import { formatVkey } from '../../lib/ledger/vkey.ts';
import type { PackEventData } from '../pack/pack-data.ts';
import { checkKnownHead } from './check-known-head.ts';
import { checkOpening } from './check-opening.ts';
import { checkSignature, type EventEntry } from './check-signature.ts';
import { type LogReader, tileReader } from './log-reader.ts';
import { type OpenLog, openLog } from './open-log.ts';
import type { KnownHead, ProveError, ProvenEvent } from './proof.ts';
import { receiptedEntry } from './receipted-entry.ts';

/** What is to be proved: that the log holds this event, as it is shown. */
export type EventToProve = Pick<PackEventData, 'id' | 'eventTime' | 'opening'>;

/**
 * Proves an event from the public log alone: receipt, newest head, the entry itself, its actor's signature, its path through the tiles, and
 * that the log has only grown since `known`, the head this browser remembers. Nothing is taken on trust but the
 * log's key, and that only the first time.
 */
export async function proveEvent(
  event: EventToProve,
  log: LogReader,
  known: KnownHead | undefined,
): Promise<Result<ProvenEvent, ProveError>> {
  try {
    const opened = await openLog(log);
    if (!opened.ok) return opened;
    const grown = await checkKnownHead(known, opened.value.key, opened.value.checkpoint, tileReader(log));
    if (!grown.ok) return grown;
    const entry = await readEntry(event, log, opened.value);
    return entry.ok ? await proveEntry(event, log, opened.value, entry.value, known) : entry;
  } catch {
    return err({ code: 'prove/no-connection' });
  }
}

/** The entry that the receipt points at, which must be this event's. */
async function readEntry(
  { id, eventTime }: EventToProve,
  log: LogReader,
  opened: OpenLog,
): Promise<Result<EventEntry, ProveError>> {
  const entry = await receiptedEntry(id, log, opened);
  if (!entry.ok) return entry;
  const { receipt, index, bytes } = entry.value;
  const verified = verifyReceipt(receipt, bytes, opened.key);
  if (!verified.ok) return err({ code: 'prove/receipt', because: verified.error.code });
  const { leaf } = verified.value;
  if (hexOf(leaf.eventId) !== id) return err({ code: 'prove/other-event' });
  if (leaf.eventTime !== Date.parse(eventTime)) return err({ code: 'prove/other-time' });
  return ok({ index, bytes, leaf });
}

async function proveEntry(
  event: EventToProve,
  log: LogReader,
  opened: OpenLog,
  entry: EventEntry,
  known: KnownHead | undefined,
): Promise<Result<ProvenEvent, ProveError>> {
  const { index, bytes, leaf } = entry;
  const { key, checkpoint, witnesses } = opened;
  const { origin, size, root } = checkpoint;
  const built = await proveInclusion(index, size, tileReader(log));
  if (!built.ok) return err({ code: 'prove/tiles', because: built.error.code });
  const hash = leafHash(bytes);
  const included = verifyInclusion(hash, index, size, built.value.proof, root);
  if (!included.ok) return err({ code: 'prove/not-included', because: included.error.code });
  const fields = event.opening ? checkOpening(event.opening, leaf.payloadRoot) : ok(undefined);
  if (!fields.ok) return fields;
  const signer = await checkSignature(entry, log, opened);
  if (!signer.ok) return signer;
  return ok({
    origin,
    index,
    size,
    witnesses,
    leafHash: hexOf(hash),
    path: pathOf(index, size, built.value.proof),
    root: hexOf(root),
    fields: fields.value,
    signedBy: signer.value,
    since: known === undefined ? undefined : BigInt(known.size),
    head: { vkey: formatVkey(key), size: size.toString(), root: hexOf(root) },
  });
}

function pathOf(index: bigint, size: bigint, proof: readonly Hash[]): ProvenEvent['path'] {
  const sides = siblingSides(index, size);
  return proof.map((hash, level) => ({ side: sides[level] ?? 'left', hash: hexOf(hash) }));
}
