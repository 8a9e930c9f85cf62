import { type Folding, startFolding } from './fold-pack.ts';
import type { PackContext } from './pack-context.ts';
import type { PackEntry } from './pack-entry.ts';
import type { EventRef, PackState } from './pack-state.ts';
import { seatsOf } from './seats.ts';
import { chainFrom, type Moment, type PastSurroundings, type Surroundings } from './surroundings.ts';

type Histories = ReadonlyMap<string, readonly PackEntry[]>;
type Point = Moment & { readonly state: PackState };
type Emptying = Moment & { readonly event: EventRef };

/**
 * The surroundings as the histories of the containers tell them. All of them are folded side by side, for what happens to one may
 * rest on where another was. `histories` must hold every container that the objects asked about were ever said to be in, and those
 * that these were ever said to be in.
 */
export function pastSurroundings(
  histories: Histories,
  contextOf: (container: string) => PackContext,
): PastSurroundings {
  let told: SideBySide | undefined;
  const tell = (): SideBySide => {
    told ??= foldSideBySide(histories, contextOf);
    return told;
  };
  return {
    chainAt: (container, moment) =>
      chainFrom(container, (one) => stateAt(tell().points.get(one) ?? [], moment)),
    emptyings: (container) => tell().emptyings.get(container) ?? [],
    replaced: (container, entries) => pastSurroundings(new Map(histories).set(container, entries), contextOf),
  };
}

interface SideBySide {
  readonly points: Map<string, Point[]>;
  readonly emptyings: Map<string, Emptying[]>;
}

/** What something was said to be in: packs that hold nothing need no folding here. */
const containersIn = (histories: Histories): ReadonlySet<string> =>
  new Set(
    [...histories.values()].flatMap((entries) => entries.flatMap(({ claim }) => claim.container ?? [])),
  );

/** One step of the fold of one of the containers. */
interface Turn {
  readonly container: string;
  readonly entry: PackEntry;
  readonly index: number;
  readonly moment: Moment;
}

/** Of one event the container comes before what is put into it. */
const inOrder = (a: Turn, b: Turn): number =>
  a.moment.at - b.moment.at || compared(a.moment.order, b.moment.order) || ownLast(a) - ownLast(b);

const compared = (one: number, other: number): number => (one === other ? 0 : one - other);
const ownLast = ({ container, entry }: Turn): number => Number(entry.claim.container !== container);

function foldSideBySide(histories: Histories, contextOf: (container: string) => PackContext): SideBySide {
  const foldings = new Map<string, Folding>();
  const around: Surroundings = {
    chainAt: (container) => chainFrom(container, (one) => foldings.get(one)?.state()),
    emptyings: () => [],
  };
  const turns: Turn[] = [];
  for (const container of containersIn(histories)) {
    const entries = histories.get(container) ?? [];
    const seats = seatsOf(entries);
    foldings.set(container, startFolding(container, entries, seats, { ...contextOf(container), around }));
    for (const { index, at, order } of seats) {
      const entry = entries[index];
      if (entry) turns.push({ container, entry, index, moment: { at, order } });
    }
  }
  return told(turns.sort(inOrder), foldings, latestIn(histories));
}

function told(
  turns: readonly Turn[],
  foldings: ReadonlyMap<string, Folding>,
  latest: ReadonlyMap<string, PackState['latestAt']>,
): SideBySide {
  const points = new Map<string, Point[]>();
  const emptyings = new Map<string, Emptying[]>();
  const note = (container: string, moment: Moment) => {
    const state = foldings.get(container)?.state();
    if (state)
      listed(points, container).push({ ...moment, state: { ...state, latestAt: latest.get(container) } });
  };
  // An event that names what it takes out speaks for that by itself, before the rest follows.
  const empty = (moment: Moment, container: string, event: EventRef) => {
    for (const [one, folding] of foldings) {
      if (folding.state().inside?.container !== container) continue;
      folding.take({ moment, index: -1, empties: container, event });
      note(one, moment);
    }
  };
  for (const together of byMoment(turns)) {
    const emptied: (readonly [string, Emptying])[] = [];
    for (const { container, entry, index, moment } of together) {
      const effect = foldings.get(container)?.take({ moment, index });
      note(container, moment);
      if (entry.claim.empties && effect === 'applied' && entry.claim.container === container)
        emptied.push([container, { ...moment, event: entry.claim.event }]);
    }
    for (const [container, emptying] of emptied) {
      listed(emptyings, container).push(emptying);
      empty(emptying, container, emptying.event);
    }
  }
  return { points, emptyings };
}

function byMoment(turns: readonly Turn[]): readonly (readonly Turn[])[] {
  const groups: Turn[][] = [];
  for (const turn of turns) {
    const group = groups.at(-1);
    const { moment } = group?.[0] ?? {};
    if (group && moment?.at === turn.moment.at && moment.order === turn.moment.order) group.push(turn);
    else groups.push([turn]);
  }
  return groups;
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function latestIn(histories: Histories): ReadonlyMap<string, PackState['latestAt']> {
  const latest = new Map<string, PackState['latestAt']>();
  for (const [container, entries] of histories) {
    const times = entries
      .filter(({ claim }) => claim.corrects === undefined)
      .map(({ claim }) => claim.foldedAt);
    latest.set(
      container,
      times.reduce<PackState['latestAt']>((a, b) => (a === undefined || b > a ? b : a), undefined),
    );
  }
  return latest;
}

function stateAt(points: readonly Point[], moment: Moment): PackState | undefined {
  return points.findLast(({ at, order }) => at < moment.at || (at === moment.at && order <= moment.order))
    ?.state;
}
