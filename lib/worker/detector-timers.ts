import { detectDue, memoryKeysOfDue } from '../anomaly/detect.ts';
import type { Detected, DetectorTimer } from '../anomaly/detector.ts';
import type { Realm } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { loadPacksOfEvents, saveDetectorTimers, takeDueTimers } from '../store/detector-store.ts';
import type { Tx } from '../store/transaction.ts';
import { BatchMemory } from './detector-memory.ts';
import { placedTimer } from './detector-sightings.ts';
import { factsAt, loadDetectorWorld } from './detector-world.ts';

/** Timers in one transaction: one may be about ten thousand packs. */
const MOST_TIMERS = 20;

/** Sets timers. One of a detector, realm and event is set once for a time. */
export const saveTimers = (tx: Tx, timers: readonly DetectorTimer[]): Promise<void> =>
  saveDetectorTimers(
    tx,
    timers.map(({ dueAt, detector, realm, event }) => ({
      dueAt,
      key: `${realm}/${detector}/${event}`,
      body: { detector, realm, event },
    })),
  );

/**
 * Lets the oldest timers that are due at `at` come due, before the entry `seq` of the log; `undefined` where none is. They see what the
 * log says before that entry.
 */
export async function fireTimers(
  tx: Tx,
  seq: bigint,
  at: Instant | undefined,
): Promise<Detected | undefined> {
  if (at === undefined) return undefined;
  const taken = await takeDueTimers(tx, at, MOST_TIMERS);
  if (taken.length === 0) return undefined;
  const due = taken.map(({ dueAt, body }) => ({ ...(body as unknown as TimerBody), dueAt }));
  const packs = await loadPacksOfEvents(tx, [...new Set(due.map(({ event }) => event))]);
  const placed = due.map((timer) =>
    placedTimer({ ...timer, packs: packs.get(timer.event) ?? [] }, timer.realm, seq),
  );
  const world = await loadDetectorWorld(tx, placed, seq);
  const memory = new BatchMemory(tx);
  const shown = placed.map((one) => ({ timer: one.timer, facts: factsAt(world, one) }));
  await memory.load(shown.flatMap(({ timer, facts }) => memoryKeysOfDue(timer, facts)));
  const said = shown.map(({ timer, facts }) => detectDue(timer, facts, memory));
  await memory.save();
  await saveTimers(
    tx,
    said.flatMap(({ timers }) => timers ?? []),
  );
  return {
    findings: said.flatMap(({ findings }) => findings),
    withdrawals: said.flatMap(({ withdrawals }) => withdrawals),
  };
}

/** As {@link saveTimers} wrote it. */
type TimerBody = Pick<DetectorTimer, 'detector' | 'event'> & { readonly realm: Realm };
