import type { Deed, PackState, PackStatus, Reach } from './pack-state.ts';

/** Does a theft or a lock bind a site in `country`? */
function binds({ reach }: Deed, country: string): boolean {
  if (!reach) return true;
  return reach.countries.includes(country) === (reach.kind === 'only');
}

/** The deed with `country` taken out of its reach; `undefined` where it then binds nobody. */
export function withoutCountry(deed: Deed, country: string): Deed | undefined {
  const reach = reachWithout(deed.reach ?? { kind: 'all-but', countries: [] }, country);
  return reach.kind === 'only' && reach.countries.length === 0 ? undefined : { ...deed, reach };
}

function reachWithout(reach: Reach, country: string): Reach {
  const rest = reach.countries.filter((other) => other !== country);
  return { kind: reach.kind, countries: reach.kind === 'only' ? rest : [...rest, country] };
}

/** The countries that either of two reaches binds. Absent: every country. */
export function joined(one: Reach | undefined, other: Reach | undefined): Reach | undefined {
  if (!one || !other) return undefined;
  if (one.kind === 'only' && other.kind === 'only')
    return { kind: 'only', countries: [...new Set([...one.countries, ...other.countries])] };
  const open = one.kind === 'all-but' ? one : other;
  const second = open === one ? other : one;
  const spared = open.countries.filter(
    (country) => second.countries.includes(country) === (second.kind === 'all-but'),
  );
  return spared.length === 0 ? undefined : { kind: 'all-but', countries: spared };
}

/**
 * The status as a site in `country` must take it: a theft that only binds other countries leaves the pack active
 * (custody.md 1: a regulator's statements bind sites in its own country).
 */
export function statusIn(state: PackState, country: string): PackStatus {
  const foreign = state.status === 'stolen' && state.terminal && !binds(state.terminal, country);
  return foreign ? 'active' : state.status;
}

/** The first lock that binds a site in `country`. */
export function lockIn(state: PackState, country: string): Deed | undefined {
  return state.locked && [state.locked, ...state.otherLocks].find((lock) => binds(lock, country));
}
