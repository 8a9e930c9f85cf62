import type { Db } from '../transaction.ts';

/** A row that names something that is not there, or says two things at once. */
export interface LooseEnd {
  readonly table: string;
  readonly row: string;
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

interface Question {
  readonly table: string;
  readonly field: string;
  readonly code: string;
  readonly detail: string;
  /** Gives `row`: the keys of rows that are wrong. */
  readonly sql: string;
}

const finding = (field: 'events' | 'observations', table: string): Question => ({
  ...{ table: 'finding', field, code: 'finding-reference', detail: `names one that is in no ${table}` },
  sql: `select f.id as row from finding f where exists (
    select from unnest(f.${field}) as k (id) where not exists (select from ${table} t where t.id = k.id))`,
});

/** What no leaf commits to, and what must hold all the same. Each is one statement over whole tables. */
export const LOOSE_ENDS: readonly Question[] = [
  {
    ...{ table: 'event_object', field: 'event', code: 'object-event', detail: 'there is no such event' },
    sql: `select 'realm ' || o.realm || ', uri ' || o.uri || ', counter ' || o.counter as row from event_object o
      where not exists (select from event e where e.id = o.event)`,
  },
  {
    ...{
      table: 'event_object',
      field: 'uri',
      code: 'object-row',
      detail: 'nothing is kept of the object itself',
    },
    sql: `select 'realm ' || o.realm || ', uri ' || o.uri || ', counter ' || o.counter as row from event_object o
      where o.counter = 1 and not exists (select from ledger_object l where l.realm = o.realm and l.uri = o.uri)
        and not exists (select from pack p where p.realm = o.realm and p.gtin = split_part(o.uri, '/', 5)
          and p.serial = gs1_value(split_part(o.uri, '/', 7)) and o.uri like 'https://id.gs1.org/01/%/21/%')`,
  },
  {
    ...{ table: 'containment', field: 'event', code: 'stay-event', detail: 'there is no such event' },
    sql: `select 'realm ' || c.realm || ', item ' || c.item || ', event ' || c.event as row from containment c
      where not exists (select from event e where e.id = c.event)`,
  },
  {
    ...{
      table: 'containment',
      field: 'item',
      code: 'stay-item',
      detail: 'nothing is kept of the object itself',
    },
    sql: `select 'realm ' || c.realm || ', item ' || c.item || ', event ' || c.event as row from containment c
      where not exists (select from event_object o where o.realm = c.realm and o.uri = c.item)`,
  },
  {
    ...{
      table: 'observation',
      field: 'realm',
      code: 'observation-realm',
      detail: 'is not that of its organisation',
    },
    sql: `select o.id::text as row from observation o left join organisation g on g.gln = o.organisation
      where o.realm <> coalesce(g.realm, 0)`,
  },
  finding('events', 'event'),
  finding('observations', 'observation'),
  {
    ...{
      table: 'finding',
      field: 'status',
      code: 'finding-status',
      detail: 'its time of clearing says otherwise',
    },
    sql: `select id as row from finding where status in ('pending', 'open') and cleared_at is not null`,
  },
  {
    ...{
      table: 'idempotency',
      field: 'status',
      code: 'idempotency',
      detail: 'is no status of an answer, or the digest no SHA-256',
    },
    sql: `select organisation || ' ' || key as row from idempotency where status not between 100 and 599
      or octet_length(request_digest) <> 32`,
  },
  {
    ...{ table: 'job', field: 'state', code: 'job-state', detail: 'its times say otherwise' },
    sql: `select id::text as row from job where (state in ('succeeded', 'failed', 'cancelled')) <> (finished_at is not null)
      or (state = 'running' and started_at is null)`,
  },
  {
    ...{
      table: 'job',
      field: 'done or failed',
      code: 'job-counts',
      detail: 'is less than none, or more than there is',
    },
    sql: `select id::text as row from job where least(total, done, failed) < 0 or (total > 0 and done > total)`,
  },
  {
    ...{ table: 'grant', field: 'id', code: 'grant-unstated', detail: 'no statement in the log gives it' },
    sql: `select g.id::text as row from "grant" g
      where not exists (select from statement s where s.grant_id = g.id and s.kind = 1)`,
  },
  {
    ...{
      table: 'grant',
      field: 'revoked_at',
      code: 'grant-revocation',
      detail: 'the statements in the log say otherwise',
    },
    sql: `select g.id::text as row from "grant" g where (g.revoked_at is not null)
      <> exists (select from statement s where s.grant_id = g.id and s.kind = 2)`,
  },
  {
    ...{
      table: 'grant',
      field: 'to_party, from_party, show or what',
      code: 'grant-statement',
      detail: 'is not what was stated',
    },
    sql: `select g.id::text as row from "grant" g join statement s on s.grant_id = g.id and s.kind = 1
      where (s.groups -> 'parties' ->> 'from', s.groups -> 'parties' ->> 'to', s.groups -> 'what' ->> 'show', s.groups ->> 'purpose')
          is distinct from (g.from_party, g.to_party, g.show, g.purpose)
        or (s.groups -> 'what' ->> 'gtin', s.groups -> 'what' ->> 'lot', s.groups -> 'what' ->> 'serial',
            replace(s.groups -> 'what' ->> 'event', '-', ''))
          is distinct from (g.gtin, g.lot, g.serial, replace(g.event::text, '-', ''))`,
  },
  {
    ...{ table: 'erasure', field: 'event, name or statement', code: 'erasure-unstated' },
    detail: 'no statement in the log says so',
    sql: `select 'event ' || r.event || ', name ' || r.name as row from erasure r where not exists (select from statement s
      where s.id = r.statement and s.kind = 4 and s.event = r.event and s.at = r.erased_at
        and (s.groups -> 'fields')::jsonb @> to_jsonb(array[r.name]))`,
  },
  {
    ...{
      table: 'statement',
      field: 'groups',
      code: 'erasure-lost',
      detail: 'what it says was erased is not',
    },
    sql: `select s.id::text as row from statement s where s.kind = 4 and exists (
      select from jsonb_array_elements_text((s.groups -> 'fields')::jsonb) as f (name)
       where not exists (select from erasure r where r.event = s.event and r.name = f.name))`,
  },
  {
    ...{
      table: 'ledger.pending',
      field: 'event_id',
      code: 'pending-sequenced',
      detail: 'is in the log already',
    },
    sql: `select 'pid ' || q.pid as row from ledger.pending q
      where exists (select from ledger.entry n where n.log_id = q.log_id and n.event_id = q.event_id)`,
  },
  {
    ...{
      table: 'ledger.pending',
      field: 'leaf_hash',
      code: 'pending-hash',
      detail: 'is not the hash of the leaf',
    },
    sql: `select 'pid ' || pid as row from ledger.pending where leaf_hash <> sha256('\\x00'::bytea || leaf)`,
  },
  {
    ...{
      table: 'ledger.observation_member',
      field: 'observation',
      code: 'member-lost',
      detail: 'nothing is kept of it',
    },
    sql: `select 'observation ' || m.observation as row from ledger.observation_member m
      where not exists (select from observation o where o.id = m.observation)`,
  },
  {
    ...{
      table: 'ledger.observation_member',
      field: 'leaf_event',
      code: 'member-leaf',
      detail: 'no such leaf is in the log',
    },
    sql: `select 'observation ' || m.observation as row from ledger.observation_member m
      where not exists (select from ledger.entry n where n.event_id = m.leaf_event)`,
  },
  {
    ...{
      table: 'ledger.log',
      field: 'published_size',
      code: 'published-unsigned',
      detail: 'no head of this size is signed',
    },
    sql: `select l.origin as row from ledger.log l where l.published_size > 0
      and not exists (select from ledger.checkpoint c where c.log_id = l.log_id and c.size = l.published_size)`,
  },
];

/** So many of one kind are told; then it is a matter of more than single rows. */
const MOST_TOLD = 1_000;

/** Asks one of {@link LOOSE_ENDS}. */
export async function loadLooseEnds(db: Db, { sql, ...told }: Question): Promise<readonly LooseEnd[]> {
  const { rows } = await db.query<{ readonly row: string }>(`${sql} limit ${MOST_TOLD}`);
  return rows.map(({ row }) => ({ ...told, row }));
}
