import type { Instant } from '../kernel/instant.ts';
import type { Claim } from './claim.ts';
import { type FoldStep, foldSteps } from './fold-steps.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { isSameCommissioning } from './is-same-commissioning.ts';
import type { PackContext } from './pack-context.ts';
import type { EntryEffect, PackEntry } from './pack-entry.ts';
import type { EventRef, PackState } from './pack-state.ts';
import { chainOf, type Scene, sceneOf } from './scene.ts';
import { type Seat, seatsOf } from './seats.ts';
import { stateWithin } from './state-within.ts';
import { attempted, type Stay, staysAfter } from './stay.ts';
import type { Moment } from './surroundings.ts';
import { obstacles, stepPack } from './weigh-pack.ts';

/** A history folded: the state it leads to, and what each entry did, by its index in the order of recording. */
export interface Folded {
  readonly state: PackState;
  readonly effects: readonly EntryEffect[];
  /** What each entry met, and the state it left; absent for entries that the fold passes over. */
  readonly met: readonly (Scene | undefined)[];
  readonly left: readonly (PackState | undefined)[];
  /** When the object was in which container, in the order of the fold. */
  readonly stays: readonly Stay[];
}

/** Acts that move nothing are weighed against the whole history, so that they never count as late. */
export const movesNothing = ({ act }: Claim): boolean => act === 'observe' || act === 'recall';

/**
 * custody.md 2: a pack's state is the fold of its events by (eventTime, log order). `entries` stand in the order of
 * recording; what is barred or corrected stays out, everything else is weighed anew.
 *
 * Moves of its containers are no entries of the pack (custody.md 4). While an entry of its own has put it inside, every later
 * entry meets it where `context.around` has the container at that point of the fold; what takes it out again leaves it there.
 */
export function foldPack(item: string, entries: readonly PackEntry[], context: PackContext): Folded {
  const seats = seatsOf(entries);
  const folding = startFolding(item, entries, seats, context);
  for (const step of foldSteps(item, entries, seats, context.around)) folding.take(step);
  return folding.end();
}

/** A fold that is led through its steps one by one, so that several objects can be folded side by side. */
export interface Folding {
  /** The next step in the order of the fold; gives the effect of an entry, `undefined` where the fold passes over it. */
  take(step: FoldStep): EntryEffect | undefined;
  /** What the object’s own entries have led to so far. */
  state(): PackState;
  end(): Folded;
}

/** Begins the fold of an object; see {@link foldPack}. */
export function startFolding(
  item: string,
  entries: readonly PackEntry[],
  seats: readonly Seat[],
  context: PackContext,
): Folding {
  const chosen = chosenCommissioning(entries, seats);
  const effects: EntryEffect[] = entries.map(({ effect }) => effect);
  const met: (Scene | undefined)[] = entries.map(() => undefined);
  const left: (PackState | undefined)[] = entries.map(() => undefined);
  let state = INITIAL_STATE;
  let stays: readonly Stay[] = [];

  const moveTo = (next: PackState, { at }: Moment, event: EventRef) => {
    stays = staysAfter(stays, state, next, { at, event });
    state = next;
  };
  const takeEntry = (entry: PackEntry, index: number, moment: Moment): EntryEffect => {
    const scene = sceneOf(item, entry.claim, state, moment, context);
    const breaches = obstacles(item, entry.claim, scene.state, scene.context);
    const effect = breaches.length === 0 ? 'applied' : 'without-effect';
    moveTo(stepPack(state, entry.claim, moment.at, scene, breaches), moment, entry.claim.event);
    const { act, container, event } = entry.claim;
    if (effect !== 'applied' && act === 'pack' && container !== undefined && container !== item)
      stays = [...stays, attempted(container, moment.at, event)];
    effects[index] = effect;
    met[index] = scene;
    left[index] = state;
    return effect;
  };
  return {
    state: () => state,
    take(step) {
      if (step.empties !== undefined) {
        moveTo(afterEmptying(state, step.empties, step.moment, context), step.moment, step.event);
        return undefined;
      }
      const entry = entries[step.index];
      if (!entry || !isCounted(entry) || isSecondCommissioning(entry, step.index, chosen)) return undefined;
      return takeEntry(entry, step.index, step.moment);
    },
    end() {
      settleEffects(entries, state, chosen, effects);
      return { state: { ...state, ...marksOf(item, entries, state, chosen) }, effects, met, left, stays };
    },
  };
}

/** What moves nothing, and second commissionings, are weighed against the history as a whole. */
function settleEffects(
  entries: readonly PackEntry[],
  state: PackState,
  chosen: number | undefined,
  effects: EntryEffect[],
): void {
  entries.forEach(({ claim, effect }, index) => {
    if (movesNothing(claim) && claim.corrects === undefined && effect !== 'corrected')
      effects[index] = state.commissioned && claim.repeats === undefined ? 'applied' : 'without-effect';
    else if (isSecondCommissioning({ claim, effect }, index, chosen)) effects[index] = 'without-effect';
  });
}

/** Everything was taken out of a container at once: what the fold has inside is where the container was. */
function afterEmptying(state: PackState, container: string, moment: Moment, context: PackContext): PackState {
  if (state.inside?.container !== container) return state;
  return { ...stateWithin(state, chainOf(state, context, moment)), inside: undefined };
}

/** Declarations are no steps of the fold: they take other entries out of it. */
const isCounted = ({ claim, effect }: PackEntry): boolean =>
  claim.corrects === undefined &&
  (effect === 'applied' || effect === 'without-effect') &&
  claim.act !== 'recall';

/** The commissioning that counts is the one recorded first: no later record, however dated, displaces it. */
function chosenCommissioning(entries: readonly PackEntry[], seats: readonly Seat[]): number | undefined {
  const candidates = seats.filter(({ index }) => {
    const entry = entries[index];
    return entry && isCounted(entry) && entry.claim.act === 'commission' && entry.claim.repeats === undefined;
  });
  return candidates.sort((a, b) => a.rank - b.rank || a.index - b.index)[0]?.index;
}

const isSecondCommissioning = (entry: PackEntry, index: number, chosen: number | undefined): boolean =>
  entry.claim.act === 'commission' && isCounted(entry) && index !== chosen;

/** What follows from the history as a whole. */
function marksOf(
  item: string,
  entries: readonly PackEntry[],
  state: PackState,
  chosen: number | undefined,
): Pick<PackState, 'disputed' | 'latestAt' | 'awaited' | 'packed'> {
  let latestAt: Instant | undefined;
  let disputed = state.disputed;
  let packed: true | undefined;
  entries.forEach((entry, index) => {
    const { claim, effect } = entry;
    if (claim.corrects === undefined) latestAt = later(latestAt, claim.foldedAt);
    if (claim.act === 'pack' && claim.container !== item) packed = true;
    if (effect === 'barred') disputed = true;
    if (isSecondCommissioning(entry, index, chosen) && claim.repeats === undefined)
      disputed ||= !isSameCommissioning(claim, state);
  });
  return { disputed, latestAt, awaited: awaitedBy(entries), ...(packed && { packed }) };
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
