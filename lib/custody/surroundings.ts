import type { Instant } from '../kernel/instant.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';

/** A point of the fold: a time, and between equal times the order of recording. */
export interface Moment {
  readonly at: Instant;
  readonly order: number;
}

/** A container with the state that its own events give it. */
export interface Link {
  readonly container: string;
  readonly state: PackState;
}

/** What the containers that an object is or was in were doing, as far as the fold of the object asks. */
export interface Surroundings {
  /** The container and every one that it stood in at that moment, the outermost last; empty where nothing is recorded of it. */
  chainAt(container: string, moment: Moment): readonly Link[];
  /** When everything was taken out of the container at once, with the event that says so, in the order of the fold. */
  emptyings(container: string): readonly (Moment & { readonly event: string })[];
}

/** Surroundings made from histories, so that every point of the past can be asked for. */
export interface PastSurroundings extends Surroundings {
  /** The same with another history of one container. */
  replaced(container: string, entries: readonly PackEntry[]): PastSurroundings;
}

/** Containers in containers: more levels than this are not followed, and not made (custody.md 4). */
export const MOST_LEVELS = 8;

/** A walk is cut here, whatever was written: late statements can join what each was in order by itself. */
const LONGEST_WALK = 4 * MOST_LEVELS;

/** Follows the bonds from a container outwards. A ring, which no rule lets come about, ends where it begins. */
export function chainFrom(
  container: string,
  stateOf: (container: string) => PackState | undefined,
): readonly Link[] {
  const links: Link[] = [];
  const seen = new Set<string>();
  let next: string | undefined = container;
  while (next !== undefined && !seen.has(next) && links.length < LONGEST_WALK) {
    const state = stateOf(next);
    if (!state) break;
    seen.add(next);
    links.push({ container: next, state });
    next = state.inside?.container;
  }
  return links;
}

/** The surroundings as they are now: enough for a statement that comes after everything that is recorded. */
export const presentSurroundings = (stateOf: (container: string) => PackState | undefined): Surroundings => ({
  chainAt: (container) => chainFrom(container, stateOf),
  emptyings: () => [],
});
