import type { Detected } from '../anomaly/detector.ts';
import { suppliesCounted } from '../anomaly/supplies-counted.ts';
import type { Gln } from '../gs1/gln.ts';
import { type Instant, momentOf } from '../kernel/instant.ts';
import {
  addCustodyCoverage,
  type DetectorCursor,
  lockDetectorCursor,
  saveDetectorCursor,
} from '../store/detector-store.ts';
import { loadDetectorWork } from '../store/detector-work.ts';
import { loadLogFeed } from '../store/log-feed.ts';
import { planByIndex } from '../store/plan-by-index.ts';
import { openSettledFindings, saveFindings, withdrawFindings } from '../store/save-findings.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { showEntries } from './detector-look.ts';
import { type PlacedSighting, sightingsIn } from './detector-sightings.ts';
import { fireTimers } from './detector-timers.ts';

/** How the detectors read. */
export interface DetectorEngine {
  /** Entries of the log in one transaction. An event may name ten thousand packs, so not many. */
  readonly batchEntries: number;
  readonly now: () => Instant;
}

const DETECTOR_ENGINE: DetectorEngine = { batchEntries: 100, now: () => momentOf(Date.now()) };

/** What one turn did. `behind`: there is more to read. */
export type DetectorOutcome = { readonly kind: 'idle' } | { readonly kind: 'read'; readonly behind: boolean };

/**
 * Reads the next entries of the log, below the head that is committed, and shows them to the detectors. Findings, memory, timers and
 * cursor move in one transaction: every entry is seen once, in log order, however often an engine dies and however many there are.
 *
 * A timer comes due before the first entry that was recorded after its time, in a replay as it did live. Where nothing more is recorded,
 * the clock stands in, once nothing recorded before can still come.
 */
export async function runDetectorsOnce(engine: DetectorEngine = DETECTOR_ENGINE): Promise<DetectorOutcome> {
  const { entries, settled, due } = await loadDetectorWork(engine.now());
  const isQuiet = entries <= 0n;
  if (isQuiet && !settled && !due) return { kind: 'idle' };
  const most = entries < BigInt(engine.batchEntries) ? Number(entries) : engine.batchEntries;
  const turn = { most, now: engine.now(), dueAt: isQuiet && due ? engine.now() : undefined };
  const left = await inTransaction((tx) => readOn(tx, turn));
  return { kind: 'read', behind: left || entries > BigInt(most) };
}

interface Turn {
  readonly most: number;
  readonly now: Instant;
  /** Up to when timers come due although nothing is recorded. */
  readonly dueAt: Instant | undefined;
}

/** One turn; true where it stopped before its end, for timers to come due. */
async function readOn(tx: Tx, { most, now, dueAt }: Turn): Promise<boolean> {
  await planByIndex(tx);
  const cursor = await lockDetectorCursor(tx);
  const feed = await loadLogFeed(tx, cursor.nextSeq, most);
  const placed = sightingsIn(feed);
  const fired = await fireTimers(tx, cursor.nextSeq, placed[0]?.at ?? dueAt);
  if (fired) {
    await keep(tx, fired, now);
    return true;
  }
  const { seen, detected } = await showEntries(tx, placed);
  await keep(tx, detected, now);
  await countSupplies(tx, seen);
  const stopped = placed[seen.length];
  await saveDetectorCursor(tx, cursorAfter(cursor, seen, stopped?.seq ?? feed.next));
  return stopped !== undefined;
}

async function keep(tx: Tx, { findings, withdrawals }: Detected, now: Instant): Promise<void> {
  await saveFindings(tx, findings, now);
  await withdrawFindings(tx, withdrawals);
  await openSettledFindings(tx, now);
}

function cursorAfter(
  before: DetectorCursor,
  seen: readonly PlacedSighting[],
  nextSeq: bigint,
): DetectorCursor {
  const watermark = seen.reduce((latest, { at }) => Math.max(latest, at), before.watermark ?? 0);
  return { nextSeq, watermark: watermark === 0 ? undefined : momentOf(watermark) };
}

/** custody.md 3 stops what an organisation does not hold once its books have proved complete. */
async function countSupplies(tx: Tx, placed: readonly PlacedSighting[]): Promise<void> {
  const counts = new Map<Gln, { good: number; total: number }>();
  for (const { sighting } of placed) {
    if (sighting.kind !== 'event') continue;
    const { good, total } = suppliesCounted(sighting);
    const before = counts.get(sighting.claim.reporter) ?? { good: 0, total: 0 };
    if (total > 0)
      counts.set(sighting.claim.reporter, { good: before.good + good, total: before.total + total });
  }
  for (const [organisation, { good, total }] of [...counts].sort())
    await addCustodyCoverage(tx, organisation, good, total);
}
