import type { PackEntry } from './pack-entry.ts';
import type { EventRef } from './pack-state.ts';
import { inFoldOrder, type Seat } from './seats.ts';
import type { Moment, Surroundings } from './surroundings.ts';

/** One step of the fold of an object: an entry of its own, or that everything was taken out of a container it may be in. */
export type FoldStep =
  | { readonly moment: Moment; readonly index: number; readonly empties?: undefined }
  | { readonly moment: Moment; readonly index: -1; readonly empties: string; readonly event: EventRef };

/** The steps in the order of the fold. An event that is an entry of the object too speaks as its entry first. */
export function foldSteps(
  item: string,
  entries: readonly PackEntry[],
  seats: readonly Seat[],
  around: Surroundings | undefined,
): readonly FoldStep[] {
  const own = inFoldOrder(seats).map(({ index, at, order }): FoldStep => ({ moment: { at, order }, index }));
  const emptied = emptyingsOf(containersOf(item, entries), around);
  if (emptied.length === 0) return own;
  return [...own, ...emptied].sort(
    ({ moment: a }, { moment: b }) => a.at - b.at || (a.order === b.order ? 0 : a.order - b.order),
  );
}

const emptyingsOf = (
  containers: ReadonlySet<string>,
  around: Surroundings | undefined,
): readonly FoldStep[] =>
  [...containers].flatMap((container) =>
    (around?.emptyings(container) ?? []).map(
      ({ at, order, event }): FoldStep => ({ moment: { at, order }, index: -1, empties: container, event }),
    ),
  );

/** Every container that an entry says the object was put into. */
export function containersOf(item: string, entries: readonly PackEntry[]): ReadonlySet<string> {
  const containers = new Set<string>();
  for (const { claim } of entries)
    if (claim.act === 'pack' && claim.container !== undefined && claim.container !== item)
      containers.add(claim.container);
  return containers;
}
