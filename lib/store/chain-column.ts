import type { PackState } from '../custody/pack-state.ts';
import { stateWithin } from '../custody/state-within.ts';
import type { Link } from '../custody/surroundings.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { packStateOf } from './state-columns.ts';

/** The containers that the pack in the row `alias` stands in, the innermost first; null where it is in none. */
export const CHAIN_JSON = (alias: string): string =>
  `(select json_agg(json_build_object('uri', c.uri, 'state', c.state) order by c.depth)
      from container_chain(${alias}.realm, ${alias}.parent) c)`;

/** What {@link CHAIN_JSON} gives. */
export type ChainJson = readonly { readonly uri: string; readonly state: Json }[];

const linksOf = (chain: ChainJson | null): readonly Link[] =>
  (chain ?? []).map(({ uri, state }) => ({ container: uri, state: packStateOf(state) }));

/** A stored state with the containers of its chain counted in (custody.md 4). */
export const stateInChain = (state: Json, chain: ChainJson | null): PackState =>
  stateWithin(packStateOf(state), linksOf(chain));

/** Is the innermost container of a chain closed? */
export const isInClosed = (chain: ChainJson | null): boolean => linksOf(chain)[0]?.state.closed === true;
