import { detect, linkedMemoryKeysOf, memoryKeysOf } from '../anomaly/detect.ts';
import type { Detected } from '../anomaly/detector.ts';
import { suppliesCounted } from '../anomaly/supplies-counted.ts';
import type { Gln } from '../gs1/gln.ts';
import { type Instant, momentOf } from '../kernel/instant.ts';
import { addCustodyCoverage, lockDetectorCursor, saveDetectorCursor } from '../store/detector-store.ts';
import { loadDetectorWork } from '../store/detector-work.ts';
import { loadLogFeed } from '../store/log-feed.ts';
import { planByIndex } from '../store/plan-by-index.ts';
import { openSettledFindings, saveFindings, withdrawFindings } from '../store/save-findings.ts';
import { inTransaction, type Tx } from '../store/transaction.ts';
import { BatchMemory } from './detector-memory.ts';
import { type PlacedSighting, sightingsIn } from './detector-sightings.ts';
import { factsAt, loadDetectorWorld } from './detector-world.ts';

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
 * Reads the next entries of the log, below the head that is committed, and shows them to the detectors. Findings, memory and cursor move in
 * one transaction: every entry is seen once, in log order, however often an engine dies and however many there are.
 */
export async function runDetectorsOnce(engine: DetectorEngine = DETECTOR_ENGINE): Promise<DetectorOutcome> {
  const { entries, settled } = await loadDetectorWork(engine.now());
  if (entries <= 0n && !settled) return { kind: 'idle' };
  const most = entries < BigInt(engine.batchEntries) ? Number(entries) : engine.batchEntries;
  await inTransaction((tx) => readOn(tx, most, engine.now()));
  return { kind: 'read', behind: entries > BigInt(most) };
}

async function readOn(tx: Tx, most: number, now: Instant): Promise<void> {
  await planByIndex(tx);
  const cursor = await lockDetectorCursor(tx);
  const feed = await loadLogFeed(tx, cursor.nextSeq, most);
  const placed = sightingsIn(feed);
  if (placed.length > 0) {
    const { findings, withdrawals } = await look(tx, placed);
    await saveFindings(tx, findings, now);
    await withdrawFindings(tx, withdrawals);
    await countSupplies(tx, placed);
  }
  await openSettledFindings(tx, now);
  const watermark = placed.reduce(
    (latest, { sighting }) => Math.max(latest, timeOf(sighting)),
    cursor.watermark ?? 0,
  );
  await saveDetectorCursor(tx, {
    nextSeq: feed.next,
    watermark: watermark === 0 ? undefined : momentOf(watermark),
  });
}

const timeOf = (sighting: PlacedSighting['sighting']): Instant =>
  sighting.kind === 'event' ? sighting.claim.recordedAt : sighting.at;

/** Shows the sightings to the detectors, one after the other, with all that they may ask for loaded before. */
async function look(tx: Tx, placed: readonly PlacedSighting[]): Promise<Detected> {
  const world = await loadDetectorWorld(tx, placed);
  const shown = placed.map((one) => ({ sighting: one.sighting, facts: factsAt(world, one) }));
  const memory = new BatchMemory(tx);
  await memory.load(shown.flatMap(({ sighting, facts }) => memoryKeysOf(sighting, facts)));
  await memory.load(shown.flatMap(({ sighting }) => linkedMemoryKeysOf(sighting, memory)));
  const seen = shown.map(({ sighting, facts }) => detect(sighting, facts, memory));
  await memory.save();
  return {
    findings: seen.flatMap(({ findings }) => findings),
    withdrawals: seen.flatMap(({ withdrawals }) => withdrawals),
  };
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
