import { detect, linkedMemoryKeysOf, memoryKeysOf } from '../anomaly/detect.ts';
import type { Detected, DetectorTimer } from '../anomaly/detector.ts';
import { nextTimerDue } from '../store/detector-store.ts';
import type { Tx } from '../store/transaction.ts';
import { BatchMemory } from './detector-memory.ts';
import type { PlacedSighting } from './detector-sightings.ts';
import { saveTimers } from './detector-timers.ts';
import { factsAt, loadDetectorWorld } from './detector-world.ts';

/** What was shown to the detectors, and what they said. */
export interface Shown {
  readonly seen: readonly PlacedSighting[];
  readonly detected: Detected;
}

/**
 * Shows entries to the detectors, one after the other, with all that they may ask for loaded before; stops before the first entry that a
 * timer comes before, be it one that was set on the way.
 */
export async function showEntries(tx: Tx, placed: readonly PlacedSighting[]): Promise<Shown> {
  if (placed.length === 0) return { seen: [], detected: { findings: [], withdrawals: [] } };
  const world = await loadDetectorWorld(tx, placed, (placed.at(-1)?.seq ?? -1n) + 1n);
  const memory = new BatchMemory(tx);
  const shown = placed.map((one) => ({ placed: one, facts: factsAt(world, one) }));
  await memory.load(shown.flatMap(({ placed: one, facts }) => memoryKeysOf(one.sighting, facts)));
  const due = new NextDue(await nextTimerDue(tx));
  const said: Detected[] = [];
  let seen = 0;
  for (const { placed: one, facts } of shown) {
    if (placed[seen - 1]?.seq !== one.seq && due.isBefore(one.at)) break;
    await memory.load(linkedMemoryKeysOf(one.sighting, memory, facts));
    const detected = detect(one.sighting, facts, memory);
    for (const timer of detected.timers ?? []) due.add(timer);
    said.push(detected);
    seen += 1;
  }
  await memory.save();
  await saveTimers(
    tx,
    said.flatMap(({ timers }) => timers ?? []),
  );
  return { seen: placed.slice(0, seen), detected: joined(said) };
}

/** The time of the earliest timer. */
class NextDue {
  #dueAt: number;

  constructor(dueAt: number | undefined) {
    this.#dueAt = dueAt ?? Number.POSITIVE_INFINITY;
  }

  add({ dueAt }: DetectorTimer): void {
    this.#dueAt = Math.min(this.#dueAt, dueAt);
  }

  isBefore(at: number): boolean {
    return this.#dueAt <= at;
  }
}

/** Several answers as one. */
const joined = (said: readonly Detected[]): Detected => ({
  findings: said.flatMap(({ findings }) => findings),
  withdrawals: said.flatMap(({ withdrawals }) => withdrawals),
});
