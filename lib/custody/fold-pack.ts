import type { Instant } from '../kernel/instant.ts';
import type { Claim } from './claim.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { isSameCommissioning } from './is-same-commissioning.ts';
import type { PackContext } from './pack-context.ts';
import type { EntryEffect, PackEntry } from './pack-entry.ts';
import type { EventRef, PackState } from './pack-state.ts';
import { inFoldOrder, type Seat, seatsOf } from './seats.ts';
import { obstacles, stepPack } from './weigh-pack.ts';

/** A history folded: the state it leads to, and what each entry did, by its index in the order of recording. */
export interface Folded {
  readonly state: PackState;
  readonly effects: readonly EntryEffect[];
  /** The states that each entry met and left; absent for entries that the fold passes over. */
  readonly met: readonly (PackState | undefined)[];
  readonly left: readonly (PackState | undefined)[];
}

/** Acts that move nothing are weighed against the whole history, so that they never count as late. */
export const movesNothing = ({ act }: Claim): boolean => act === 'observe' || act === 'recall';

/**
 * custody.md 2: a pack's state is the fold of its events by (eventTime, log order). `entries` stand in the order of
 * recording; what is barred or corrected stays out, everything else is weighed anew.
 */
export function foldPack(item: string, entries: readonly PackEntry[], context: PackContext): Folded {
  const seats = seatsOf(entries);
  const chosen = chosenCommissioning(entries, seats);
  const effects: EntryEffect[] = entries.map(({ effect }) => effect);
  const met: (PackState | undefined)[] = entries.map(() => undefined);
  const left: (PackState | undefined)[] = entries.map(() => undefined);
  let state = INITIAL_STATE;

  for (const { index, at } of inFoldOrder(seats)) {
    const entry = entries[index];
    if (!entry || !isWeighed(entry) || isSecondCommissioning(entry, index, chosen)) continue;
    const breaches = obstacles(item, entry.claim, state, context);
    effects[index] = breaches.length === 0 ? 'applied' : 'without-effect';
    met[index] = state;
    state = stepPack(state, entry.claim, at, context, breaches);
    left[index] = state;
  }
  entries.forEach(({ claim, effect }, index) => {
    if (movesNothing(claim) && claim.corrects === undefined && effect !== 'corrected')
      effects[index] = state.commissioned && claim.repeats === undefined ? 'applied' : 'without-effect';
    else if (isSecondCommissioning({ claim, effect }, index, chosen)) effects[index] = 'without-effect';
  });
  return { state: { ...state, ...marksOf(entries, state, chosen) }, effects, met, left };
}

/** Declarations are no steps of the fold: they take other entries out of it. */
const isWeighed = ({ claim, effect }: PackEntry): boolean =>
  claim.corrects === undefined &&
  (effect === 'applied' || effect === 'without-effect') &&
  !movesNothing(claim);

/** The commissioning that counts is the one recorded first: no later record, however dated, displaces it. */
function chosenCommissioning(entries: readonly PackEntry[], seats: readonly Seat[]): number | undefined {
  const candidates = seats.filter(({ index }) => {
    const entry = entries[index];
    return entry && isWeighed(entry) && entry.claim.act === 'commission' && entry.claim.repeats === undefined;
  });
  return candidates.sort((a, b) => a.rank - b.rank || a.index - b.index)[0]?.index;
}

const isSecondCommissioning = (entry: PackEntry, index: number, chosen: number | undefined): boolean =>
  entry.claim.act === 'commission' && isWeighed(entry) && index !== chosen;

/** What follows from the history as a whole. */
function marksOf(
  entries: readonly PackEntry[],
  state: PackState,
  chosen: number | undefined,
): Pick<PackState, 'disputed' | 'latestAt' | 'awaited'> {
  let latestAt: Instant | undefined;
  let disputed = state.disputed;
  entries.forEach((entry, index) => {
    const { claim, effect } = entry;
    if (claim.corrects === undefined) latestAt = later(latestAt, claim.foldedAt);
    if (effect === 'barred') disputed = true;
    if (isSecondCommissioning(entry, index, chosen) && claim.repeats === undefined)
      disputed ||= !isSameCommissioning(claim, state);
  });
  return { disputed, latestAt, awaited: awaitedBy(entries) };
}

/** The later of two moments. */
export const later = (one: Instant | undefined, other: Instant): Instant =>
  one === undefined || other > one ? other : one;

/** Barred declarations wait for the corrective events that they named. */
function awaitedBy(entries: readonly PackEntry[]): readonly EventRef[] {
  const waiting = entries.filter(({ claim, effect }) => claim.corrects !== undefined && effect === 'barred');
  if (waiting.length === 0) return [];
  const recorded = new Set(entries.map(({ claim }) => claim.event));
  const named = waiting.flatMap(({ claim }) => claim.correctives.filter((event) => !recorded.has(event)));
  return [...new Set(named)].slice(0, MOST_AWAITED);
}

/** A declaration names one or two in practice; the state of a pack must stay small whatever it names. */
const MOST_AWAITED = 16;
