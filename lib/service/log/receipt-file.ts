import type { EventRef } from '../../custody/pack-state.ts';
import { equalBytes } from '../../kernel/bytes.ts';
import { proveInclusion } from '../../ledger/tile-reader.ts';
import { marshalTlogProof } from '../../ledger/tlog-proof.ts';
import { loadPublishedCheckpoint } from '../../store/ledger-checkpoints.ts';
import { loadEntryOf } from '../../store/ledger-entries.ts';
import { readStoredTiles } from '../../store/ledger-tiles.ts';
import { type LogFile, logText } from './log-file.ts';

const EVENT = /^[0-9a-f]{32}$/;

/**
 * The proof, good offline, that an event is in the log (C2SP tlog-proof), under the head that is published now. It opens nothing of
 * the event. `event` is the ledger's id, 32 hex digits; `undefined` for any other text and until the event is included.
 */
export async function receiptFile(event: EventRef): Promise<LogFile | undefined> {
  if (!EVENT.test(event)) return undefined;
  const [checkpoint, entry] = await Promise.all([loadPublishedCheckpoint(), loadEntryOf(event)]);
  if (!checkpoint || !entry || entry.seq >= checkpoint.size) return undefined;

  const proven = await proveInclusion(entry.seq, checkpoint.size, readStoredTiles);
  if (!proven.ok) throw new Error(`no proof from the stored tiles: ${proven.error.code}`);
  if (!equalBytes(proven.value.root, checkpoint.root))
    throw new Error('the stored tiles do not lead to the published head');
  return logText(
    marshalTlogProof({ index: entry.seq, proof: proven.value.proof, checkpoint: checkpoint.note }),
  );
}
