import { INITIAL_STATE } from '../custody/initial-state.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Stay } from '../custody/stay.ts';
import { staysOfOutcome } from '../custody/stays-of-outcome.ts';
import { chainFrom } from '../custody/surroundings.ts';
import type { Instant } from '../kernel/instant.ts';
import type { StayOf } from '../store/save-containment.ts';
import type { DecidedEvent } from './decided-event.ts';

/** What recording an event writes of stays in containers; see `saveContainment`. */
export interface ContainmentChanges {
  readonly stays: readonly StayOf[];
  readonly refolded: readonly string[];
}

/** Nothing where nothing that the event names is or comes to be in a container. */
export function containmentChanges({ statement, decision, loaded }: DecidedEvent): ContainmentChanges {
  const stateOf = (uri: string): PackState | undefined =>
    loaded.packs.get(uri)?.state ?? loaded.objects.get(uri)?.state ?? loaded.ancestors.get(uri);
  const named = [...decision.containers, ...decision.packs];
  const before = (item: string) => stateOf(item) ?? INITIAL_STATE;

  const touched = named.flatMap(([item]) => touchedAbove(before(item), statement.foldedAt, stateOf));
  const told = named.flatMap(([item, outcome]) => {
    const known = { before: before(item), stays: standing(before(item)) };
    return ofItem(item, staysOfOutcome(item, statement, known, outcome));
  });
  const inside = decision.contents.flatMap(({ item, stays }) => ofItem(item, stays));
  const refolded = [
    ...named.flatMap(([item, { stays }]) => (stays ? [item] : [])),
    ...decision.contents.map(({ item }) => item),
  ];
  const all = [...touched, ...told, ...inside].map((stay) => [`${stay.item} ${stay.event}`, stay] as const);
  return { stays: [...new Map(all).values()], refolded };
}

const ofItem = (item: string, stays: readonly Stay[]): readonly StayOf[] =>
  stays.map((stay) => ({ ...stay, item }));

/** The stay that a state is in the middle of. */
const standing = ({ inside }: PackState) =>
  inside ? [{ ...inside, touchedAt: undefined, until: undefined, untilEvent: undefined }] : [];

/** An event about what is inside touches the stays of its containers too: whoever moves one of them asks of that one alone. */
function touchedAbove(
  state: PackState,
  at: Instant,
  stateOf: (uri: string) => PackState | undefined,
): readonly StayOf[] {
  if (!state.inside) return [];
  return chainFrom(state.inside.container, stateOf).flatMap(({ container, state: own }) =>
    standing(own).map((stay) => ({ ...stay, touchedAt: at, item: container })),
  );
}
