import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import { pool } from './pool.ts';

/** How many packs each of the events moved in the containers that it names, at whatever depth; events that name none are absent. */
export async function countPacksCarried(
  scope: OrgScope,
  events: readonly EventRef[],
): Promise<ReadonlyMap<EventRef, number>> {
  const { rows } = await pool().query<{ readonly event: EventRef; readonly packs: number }>({
    name: 'packs-carried',
    text: `with recursive inside (event, at, uri, depth) as (
        select o.event, e.event_time, o.uri, 1 from event_object o join event e on e.id = o.event
         where o.event = any ($2::uuid[]) and o.realm = $1
           and exists (select from containment c where c.realm = $1 and c.container = o.uri)
        union
        select i.event, i.at, c.item, i.depth + 1 from inside i join containment c on c.realm = $1 and c.container = i.uri
           and c.since <= i.at and (c.until is null or c.until > i.at) where i.depth < 32)
      select event, count(distinct uri)::int as packs from inside
       where depth > 1 and uri like 'https://id.gs1.org/01/%/21/%' group by event`,
    values: [scope.realm, events],
  });
  return new Map(rows.map(({ event, packs }) => [event, packs]));
}
