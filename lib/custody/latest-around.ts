import { END_OF_TIME, type Instant } from '../kernel/instant.ts';
import type { Claim } from './claim.ts';
import type { PackFacts } from './custody-facts.ts';
import type { Moment, Surroundings } from './surroundings.ts';

/** After everything that is recorded. */
const NOW: Moment = { at: END_OF_TIME, order: Number.POSITIVE_INFINITY };

/**
 * The latest time of any statement that the effect of this one may rest on, or that may rest on it: about the object, about the
 * containers that it is in or is put into, and, of a container, about its contents while they were inside.
 */
export function latestAround(
  item: string,
  { state, contentsTouchedAt }: Pick<PackFacts, 'state' | 'contentsTouchedAt'>,
  { container }: Pick<Claim, 'container'>,
  around: Surroundings | undefined,
): Instant | undefined {
  const target = container === item ? undefined : container;
  const links = [state.inside?.container, target].flatMap((one) =>
    one === undefined ? [] : (around?.chainAt(one, NOW) ?? []),
  );
  return [state.latestAt, contentsTouchedAt, ...links.map((link) => link.state.latestAt)].reduce(
    (one, other) => (one === undefined || (other !== undefined && other > one) ? other : one),
    undefined,
  );
}
