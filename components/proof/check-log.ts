import { equalBytes, hexOf } from '../../lib/kernel/bytes.ts';
import { err, ok, type Result } from '../../lib/kernel/result.ts';
import { EMPTY_ROOT } from '../../lib/ledger/hash.ts';
import { foldPeaks } from '../../lib/ledger/subtree.ts';
import { readPeaks } from '../../lib/ledger/tile-reader.ts';
import { formatVkey } from '../../lib/ledger/vkey.ts';
import { checkKnownHead } from './check-known-head.ts';
import { type LogReader, tileReader } from './log-reader.ts';
import { openLog } from './open-log.ts';
import type { KnownHead, ProveError, ProvenEvent } from './proof.ts';

/** What a check of the whole log's head came to. */
export type CheckedLog = Pick<ProvenEvent, 'origin' | 'size' | 'witnesses' | 'since' | 'head'>;

/**
 * Checks the log's newest head: that the log's key signed it, that the published tiles lead to its root, and that
 * the log has only grown since `known`.
 */
export async function checkLog(
  log: LogReader,
  known: KnownHead | undefined,
): Promise<Result<CheckedLog, ProveError>> {
  try {
    const opened = await openLog(log);
    if (!opened.ok) return opened;
    const { key, checkpoint, witnesses } = opened.value;
    const { origin, size, root } = checkpoint;
    const peaks = await readPeaks(size, tileReader(log));
    if (!peaks.ok) return err({ code: 'prove/tiles', because: peaks.error.code });
    const computed = size === 0n ? EMPTY_ROOT : foldPeaks(peaks.value);
    if (!equalBytes(computed, root)) return err({ code: 'prove/tiles', because: 'inclusion/root-mismatch' });
    const grown = await checkKnownHead(known, key, checkpoint, tileReader(log));
    if (!grown.ok) return grown;
    const head = { vkey: formatVkey(key), size: size.toString(), root: hexOf(root) };
    return ok({ origin, size, witnesses, since: known && BigInt(known.size), head });
  } catch {
    return err({ code: 'prove/no-connection' });
  }
}
