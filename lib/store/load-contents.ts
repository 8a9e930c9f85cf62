import type { Realm } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Db } from './transaction.ts';

/** What stood in the container itself at `at`, by the intervals on record. */
export async function loadInside(
  db: Db,
  realm: Realm,
  container: string,
  at: Instant,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ readonly item: string }>({
    name: 'inside',
    text: `select distinct c.item from containment c where c.realm = $1 and c.container = $2 and c.since <= $3
      and (c.until is null or c.until > $3) order by c.item`,
    values: [realm, container, new Date(at)],
  });
  return rows.map(({ item }) => item);
}

/** More levels than the rules of custody let come about. */
const MOST_LEVELS = 32;

/**
 * What was in the container, at whatever depth, and had events after `after` that rest on where the container was; `undefined`: at any
 * time.
 */
export async function loadTouchedContents(
  db: Db,
  realm: Realm,
  container: string,
  after: Instant | undefined,
): Promise<readonly string[]> {
  const found = new Set<string>();
  let containers: readonly string[] = [container];
  for (let level = 0; level < MOST_LEVELS && containers.length > 0; level++) {
    const { rows } = await db.query<{ readonly item: string }>({
      name: 'touched-contents',
      text: `select distinct c.item from unnest($2::text[]) as k (container)
        cross join lateral (select item from containment c where c.realm = $1 and c.container = k.container
          and c.touched_at > coalesce($3, '-infinity'::timestamptz) offset 0) as c order by c.item`,
      values: [realm, containers, after === undefined ? null : new Date(after)],
    });
    containers = rows.map(({ item }) => item).filter((item) => item !== container && !found.has(item));
    for (const item of containers) found.add(item);
  }
  return [...found];
}

/** How many levels of containers stand in any of these, at most. */
export async function loadLevels(db: Db, realm: Realm, containers: readonly string[]): Promise<number> {
  if (containers.length === 0) return 0;
  const { rows } = await db.query<{ readonly levels: number | null }>({
    name: 'levels',
    text: `with recursive down (uri, level) as (
        select k.uri, 0 from unnest($2::text[]) as k (uri)
        union all
        select o.uri, down.level + 1 from down join ledger_object o on o.realm = $1 and o.parent = down.uri where down.level < 16)
      select max(level)::int as levels from down`,
    values: [realm, containers],
  });
  return rows[0]?.levels ?? 0;
}

/** What an event named, for one that takes it back without naming it again. */
export async function loadNamedBy(db: Db, realm: Realm, event: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ readonly uri: string }>({
    name: 'named-by',
    text: 'select uri from event_object where event = $2 and realm = $1 order by uri',
    values: [realm, event],
  });
  return rows.map(({ uri }) => uri);
}
