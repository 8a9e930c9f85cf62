import type { Act } from '../custody/claim.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { type ChainJson, stateInChain } from './chain-column.ts';
import { instantOfDate } from './instant-of-date.ts';
import type { PackStep } from './load-pack.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { EVENT_COLUMNS, type EventRow, storedEventOf } from './stored-event.ts';
import { eventsSeen, eventsSeenWhole } from './visible-events.ts';

/** A container as far as the reader may see it. */
export interface VisibleContainer {
  /** With the containers that it stands in counted in. */
  readonly state: PackState;
  /** How many things stand in it itself. */
  readonly contents: number;
  /** How many packs stand in it at whatever depth. */
  readonly packs: number;
}

interface StateRow {
  readonly state: Json;
  readonly chain: ChainJson | null;
  readonly contents: number;
  readonly packs: number;
}

/**
 * A container to who has or awaits it, and to those of the owner group (custody.md 6: what holds of a pack in it holds of it);
 * `undefined` to anybody else, and where nobody packed one of this name.
 */
export async function loadContainer(scope: OrgScope, uri: string): Promise<VisibleContainer | undefined> {
  const { rows } = await pool().query<StateRow>({
    name: 'container',
    text: `select c.state, (select json_agg(json_build_object('uri', u.uri, 'state', u.state) order by u.depth)
          from container_chain($1::smallint, coalesce(c.parent, '')) u) as chain,
        (select count(*)::int from pack p where p.realm = $1 and p.parent = $3)
          + (select count(*)::int from ledger_object o where o.realm = $1 and o.parent = $3) as contents,
        (with recursive inside (uri, depth) as (select $3::text, 1 union all
            select o.uri, i.depth + 1 from inside i join ledger_object o on o.realm = $1 and o.parent = i.uri where i.depth < 32)
          select count(*)::int from inside i join pack p on p.realm = $1 and p.parent = i.uri) as packs
      from container_row($1::smallint, $3) c cross join lateral outermost($1::smallint, $3) u
     where u.holder = $2 or u.consignee = $2 or exists (select from organisation o join organisation own on own.gln = $2
        and own.owner_group = o.owner_group where o.gln in (u.holder, u.consignee))`,
    values: [scope.realm, scope.organisation, uri],
  });
  const [row] = rows;
  return row && { state: stateInChain(row.state, row.chain), contents: row.contents, packs: row.packs };
}

/** What stands in a container itself, `limit` at most, by its canonical name, behind `after`. */
export async function loadContents(
  scope: OrgScope,
  uri: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await pool().query<{ readonly uri: string }>({
    name: 'contents',
    text: `select t.uri from (
        select o.uri from ledger_object o where o.realm = $1 and o.parent = $2
        union all
        select 'https://id.gs1.org/01/' || p.gtin || '/21/' || gs1_text(p.serial) from pack p where p.realm = $1 and p.parent = $2) t
      where $3::text is null or t.uri collate "C" > $3 order by t.uri collate "C" limit $4`,
    values: [scope.realm, uri, after ?? null, limit],
  });
  return rows.map((row) => row.uri);
}

type StepRow = EventRow & {
  readonly effect: EntryEffect | 'named';
  readonly act: Act;
  readonly whole: boolean;
  readonly country: string | null;
};

/** The events that name a container, each as far as the reader sees it, in the order of recording. */
export async function loadContainerSteps(
  scope: OrgScope,
  uri: string,
  at: Instant,
): Promise<readonly PackStep[]> {
  const values = new SqlValues();
  const reading = { scope, at };
  const { rows } = await pool().query<StepRow>(
    `select ${EVENT_COLUMNS}, k.effect, e.act, ${eventsSeenWhole(reading, values)} as whole, e.claim ->> 'country' as country
       from event_object k join event e on e.id = k.event
       left join ledger.entry n on n.log_id = ${values.add(LOG_ID)} and n.event_id = e.id
      where k.realm = ${values.add(scope.realm)} and k.uri = ${values.add(uri)} and ${eventsSeen(reading, values)} order by k.counter`,
    values.values,
  );
  return rows.map((row) =>
    row.whole
      ? {
          show: 'whole',
          event: storedEventOf(row),
          effect: row.effect === 'named' ? 'without-effect' : row.effect,
        }
      : {
          show: 'outline',
          outline: { kind: row.act, at: instantOfDate(row.event_time), country: row.country ?? undefined },
        },
  );
}
