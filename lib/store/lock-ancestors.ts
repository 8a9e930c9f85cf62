import type { Realm } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import { sgtinOf } from '../gs1/object-key.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { packStateOf } from './state-columns.ts';
import type { Tx } from './transaction.ts';

/** Locked so that they do not move, and so that two events about what is in them do not wait for each other. */
const CONTAINERS = {
  name: 'ancestor-containers',
  text: `select o.uri, o.state from (select * from unnest($2::text[]) as k (uri) order by uri) as k
    cross join lateral (select * from ledger_object o where o.realm = $1 and o.uri = k.uri limit 1 for share) as o
   where o.state is not null`,
};

/** Serialised cases are packs that hold others. */
const CASES = {
  name: 'ancestor-cases',
  text: `select k.uri, p.state
    from (select * from unnest($2::text[], $3::text[], $4::text[]) as k (uri, gtin, serial) order by gtin, serial) as k
    cross join lateral (select * from pack p where p.realm = $1 and p.gtin = k.gtin and p.serial = k.serial limit 1 for share) as p`,
};

interface Row {
  readonly uri: string;
  readonly state: Json;
}

interface Inside {
  readonly state?: PackState | undefined;
}

/** Follows a chain no further than the rules of custody do. */
const MOST_ROUNDS = 32;

/**
 * The containers that what is `named`, and locked already, is in, and those that these are in: one round trip for each level, none where
 * nothing is inside.
 */
export async function lockAncestors(
  tx: Tx,
  realm: Realm,
  named: ReadonlyMap<string, Inside>,
): Promise<ReadonlyMap<string, PackState>> {
  const found = new Map<string, PackState>();
  let states: readonly Inside[] = [...named.values()];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = states.flatMap(({ state }) => state?.inside?.container ?? []);
    const missing = [...new Set(next)].filter((uri) => !found.has(uri) && !named.has(uri));
    if (missing.length === 0) break;
    const rows = await lockContainers(tx, realm, missing);
    for (const [uri, state] of rows) found.set(uri, state);
    states = [...rows.values()].map((state) => ({ state }));
  }
  return found;
}

/** Containers by canonical name, kept from moving until the end of `tx`; what nobody has named is absent. */
async function lockContainers(
  tx: Tx,
  realm: Realm,
  uris: readonly string[],
): Promise<ReadonlyMap<string, PackState>> {
  const cases = uris.flatMap((uri) => {
    const sgtin = sgtinOf(uri);
    return sgtin ? [{ uri, ...sgtin }] : [];
  });
  const units = uris.filter((uri) => !cases.some((one) => one.uri === uri));
  const rows: Row[] = [];
  if (units.length > 0) rows.push(...(await tx.query<Row>({ ...CONTAINERS, values: [realm, units] })).rows);
  if (cases.length > 0) {
    const columns = [
      cases.map(({ uri }) => uri),
      cases.map(({ gtin }) => gtin),
      cases.map(({ serial }) => serial),
    ];
    rows.push(...(await tx.query<Row>({ ...CASES, values: [realm, ...columns] })).rows);
  }
  return new Map(rows.map(({ uri, state }) => [uri, packStateOf(state)]));
}
