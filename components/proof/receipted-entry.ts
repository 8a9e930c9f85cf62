import { err, ok, type Result } from '../../lib/kernel/result.ts';
import { TILE_WIDTH } from '../../lib/ledger/tile.ts';
import { parseTlogProof } from '../../lib/ledger/tlog-proof.ts';
import { entryIn } from './entry-in.ts';
import { type LogReader, readBundle } from './log-reader.ts';
import type { OpenLog } from './open-log.ts';
import type { ProveError } from './proof.ts';

/** An entry with the receipt that names it, which has yet to be verified. */
export interface ReceiptedEntry {
  readonly receipt: Uint8Array;
  readonly index: bigint;
  readonly bytes: Uint8Array;
}

/** The entry that the receipt of `id` (32 hex digits) points at, read from the public tiles. */
export async function receiptedEntry(
  id: string,
  log: LogReader,
  { checkpoint }: OpenLog,
): Promise<Result<ReceiptedEntry, ProveError>> {
  const receipt = await log(`receipt/${id}`);
  if (!receipt) return err({ code: 'prove/not-yet' });
  const parsed = parseTlogProof(receipt);
  if (!parsed.ok) return err({ code: 'prove/receipt', because: parsed.error.code });
  const { index } = parsed.value;
  if (index >= checkpoint.size) return err({ code: 'prove/not-yet' });

  const bundleIndex = index / BigInt(TILE_WIDTH);
  const left = checkpoint.size - bundleIndex * BigInt(TILE_WIDTH);
  const width = left < BigInt(TILE_WIDTH) ? Number(left) : TILE_WIDTH;
  const bundle = await readBundle(log, bundleIndex, width);
  const bytes = bundle && entryIn(bundle, Number(index % BigInt(TILE_WIDTH)));
  return bytes
    ? ok({ receipt, index, bytes })
    : err({ code: 'prove/tiles', because: 'entry-bundle/missing' });
}
