/**
 * The packs that an organisation holds, or awaits, as SQL: those that are its own, and those in its containers (custody.md 4). The
 * columns are those of `pack`, with `holder`, `consignee` and `location` where the outermost container has them, and the `status` of a
 * container that was stolen, destroyed or exported. `organisation` and `realm` are the names of parameters.
 */
export function placedPacks(which: 'held' | 'awaited', organisation: string, realm: string): string {
  const own = which === 'held' ? 'holder' : 'consignee';
  return `(select ${columns('p', 'p.status')} from pack p where p.${own} = ${organisation} and p.realm = ${realm} and p.parent is null
    union all
    select ${columns('c', `case when p.status = 'active' then coalesce(c.fate, p.status) else p.status end`)}
      from containers_of(${realm}::smallint, ${organisation}, ${which === 'awaited'}) c
      join pack p on p.realm = ${realm} and p.parent = c.uri)`;
}

const columns = (place: string, status: string): string =>
  `p.realm, p.gtin, p.serial, p.lot, p.expiry, p.state, p.parent, ${status} as status,
    ${place}.holder, ${place}.consignee, ${place}.location`;

/** Where the pack in the row `alias` is, its containers counted in, as the row `named`: holder, consignee, location, fate. */
export const placeOf = (alias: string, named: string): string =>
  `cross join lateral (
    select ${alias}.holder, ${alias}.consignee, ${alias}.location, null::text as fate where ${alias}.parent is null
    union all
    select u.holder, u.consignee, u.location, u.fate from outermost(${alias}.realm, ${alias}.parent) u where ${alias}.parent is not null
  ) as ${named}`;
