import type { Gln } from '../../gs1/gln.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { OrgScope, Realm } from '../org-scope.ts';
import type { Place } from '../pack-state.ts';
import { decideVisibility, type Sight } from './decide-visibility.ts';
import type { EventFacts } from './event-facts.ts';
import type { Grant } from './grant.ts';

/** What decides who sees a pack. */
export interface PathFacts {
  readonly realm: Realm;
  readonly gtinHolder: Gln | undefined;
  readonly place: Place;
  /** Every recorded event that names the pack. */
  readonly events: readonly EventFacts[];
  /** Organisations that have a finding naming the pack. */
  readonly findingReaders: readonly Gln[];
}

/** What a reader sees of one pack. */
export interface PackSight {
  /** False: to this reader the pack does not exist. */
  readonly exists: boolean;
  /** Whether its current state and place may be shown, beside what the visible events say. */
  readonly state: boolean;
  /** Each visible event with how much of it is seen, in the order given. */
  readonly events: readonly { readonly event: EventFacts; readonly sight: Sight }[];
  /** Whether opening it is to be logged with a reason. */
  readonly logged: boolean;
}

/**
 * What the holder of `scope` sees of a pack at `at` (custody.md 6): its events each by the rules of events, its current
 * state where it holds the GTIN or the pack, or is a regulator whose country the pack touched by what others reported of
 * it or who has a finding on it. A partner of long ago sees its own hop, and nothing of what became of the pack.
 */
export function packVisibility(
  scope: OrgScope,
  pack: PathFacts,
  grants: readonly Grant[],
  at: Instant,
): PackSight {
  const byOthers = pack.events.filter(({ reporter }) => reporter !== scope.organisation);
  const packCountries = [...new Set(byOthers.flatMap(({ countries }) => countries))];
  const { findingReaders } = pack;
  const events = pack.events
    .map((event) => ({
      event,
      sight: decideVisibility(scope, { ...event, packCountries, findingReaders }, grants, at),
    }))
    .filter(({ sight }) => sight.visibility !== 'hidden');
  const state = scope.realm === pack.realm && seesState(scope, pack, packCountries);
  return {
    exists: state || events.length > 0,
    state,
    events,
    logged: scope.organisationRole === 'regulator' && (state || events.length > 0),
  };
}

function seesState(scope: OrgScope, pack: PathFacts, packCountries: readonly string[]): boolean {
  const { organisation, organisationRole, country } = scope;
  const inspects =
    organisationRole === 'regulator' &&
    (packCountries.includes(country) || pack.findingReaders.includes(organisation));
  return inspects || pack.gtinHolder === organisation || holderOf(pack.place) === organisation;
}

/** In transit the sender counts as current holder (custody.md 1). */
const holderOf = (place: Place): Gln | undefined =>
  place.kind === 'held' ? place.party : place.kind === 'transit' ? place.from : undefined;
