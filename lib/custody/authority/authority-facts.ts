import type { Gln } from '../../gs1/gln.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { LocationFacts, PartyFacts } from '../party-facts.ts';

/** What the register knows of those that a speech names. What is not registered is absent. */
export interface AuthorityFacts {
  /** Organisations that have made the reporter their agent. */
  readonly principals: readonly PartyFacts[];
  readonly places: ReadonlyMap<Gln, LocationFacts>;
  readonly gtinHolders: ReadonlyMap<Gtin, PartyFacts>;
}
