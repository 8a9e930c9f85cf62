import type { Instant } from '../kernel/instant.ts';
import type { PackEntry } from './pack-entry.ts';

/** Where one entry of a history stands in the fold. */
export interface Seat {
  /** Its index in the order of recording. */
  readonly index: number;
  readonly at: Instant;
  /** Decides between equal times: its own index, or that of the event whose place it takes. */
  readonly rank: number;
  /** The same among the entries of all objects; see {@link PackEntry.order}. */
  readonly order: number;
}

/** The seat of every entry, by index. A corrective event sits where the event sits whose place it takes. */
export function seatsOf(entries: readonly PackEntry[]): readonly Seat[] {
  const indexOf = new Map(entries.map(({ claim }, index) => [claim.event, index]));
  return entries.map((entry, index) => {
    const rank = rootOf(entries, indexOf, index);
    const seated = entries[rank] ?? entry;
    return { index, rank, at: seated.claim.foldedAt, order: seated.order ?? rank };
  });
}

/** Follows a chain of corrections to its beginning. A chain longer than the history cannot be: it would be a ring. */
function rootOf(entries: readonly PackEntry[], indexOf: ReadonlyMap<string, number>, from: number): number {
  let index = from;
  for (let steps = 0; steps <= entries.length; steps++) {
    const place = entries[index]?.takesPlaceOf;
    const next = place === undefined ? undefined : indexOf.get(place);
    if (next === undefined) return index;
    index = next;
  }
  throw new Error('corrections form a ring');
}

/** When the event at the beginning of an entry's chain of corrections was recorded. */
export function firstRecordedAt(entries: readonly PackEntry[], index: number): Instant | undefined {
  const indexOf = new Map(entries.map(({ claim }, i) => [claim.event, i]));
  return entries[rootOf(entries, indexOf, index)]?.claim.recordedAt;
}

/** The order of the fold: by time, then by the order of recording (custody.md 2). */
export const inFoldOrder = (seats: readonly Seat[]): readonly Seat[] =>
  [...seats].sort((a, b) => a.at - b.at || a.rank - b.rank || a.index - b.index);
