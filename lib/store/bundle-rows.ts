import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { LOG_ID } from './log-id.ts';
import { packUriSql } from './pack-uri-sql.ts';
import { pool } from './pool.ts';

/** An event or statement as it stands in the log. */
export interface EntryRow {
  readonly id: EventRef;
  readonly seq: bigint;
  readonly leaf: Uint8Array;
}

/** The entries of these events and statements below `size`, in the order of the log. */
export async function loadEntriesOf(ids: readonly string[], size: bigint): Promise<readonly EntryRow[]> {
  const { rows } = await pool().query<EntryRow>({
    name: 'entries-of',
    text: `select event_id as id, seq, leaf from ledger.entry
      where log_id = $1 and event_id = any ($2::uuid[]) and seq < $3 order by seq`,
    values: [LOG_ID, ids, size],
  });
  return rows;
}

/** An object that an event names: how many events of it this is, and which was the one before. */
export interface NamingRow {
  readonly event: EventRef;
  readonly uri: string;
  readonly counter: number;
  readonly previous: EventRef | null;
}

/** All objects that the events name: what their leaves' roots are over. */
export async function loadNamings(
  { realm }: OrgScope,
  events: readonly EventRef[],
): Promise<readonly NamingRow[]> {
  const { rows } = await pool().query<NamingRow>({
    name: 'namings',
    text: `select o.event, o.uri, o.counter, p.event as previous
      from event_object o left join event_object p on p.realm = o.realm and p.uri = o.uri and p.counter = o.counter - 1
      where o.event = any ($1::uuid[]) and o.realm = $2`,
    values: [events, realm],
  });
  return rows;
}

/** How many objects the events name: what loading them costs. */
export async function countNamings(events: readonly EventRef[]): Promise<number> {
  const { rows } = await pool().query<{ readonly count: number }>({
    name: 'count-namings',
    text: 'select count(*)::int as count from event_object where event = any ($1::uuid[])',
    values: [events],
  });
  return rows[0]?.count ?? 0;
}

/** Events that name the batch itself, and those by which its packs were registered; whoever may see them. `limit` at most. */
export async function loadBatchEvents(
  { realm }: OrgScope,
  { gtin, lot, uri }: { readonly gtin: Gtin; readonly lot: Lot; readonly uri: string },
  limit: number,
): Promise<readonly EventRef[]> {
  const { rows } = await pool().query<{ readonly event: EventRef }>({
    name: 'batch-events',
    text: `select distinct o.event from event_object o
      where o.realm = $1 and (o.uri = $4 or (o.counter = 1 and o.uri in
        (select ${packUriSql('p')} from pack p where p.realm = $1 and p.gtin = $2 and p.lot = $3))) limit $5`,
    values: [realm, gtin, lot, uri, limit],
  });
  return rows.map(({ event }) => event);
}

/** A statement with what opens it. */
export interface StatementRow {
  readonly id: string;
  readonly groups: Readonly<Record<string, Json>>;
  readonly names: readonly string[];
  readonly salts: Uint8Array;
  readonly commitments: Uint8Array;
}

/** The statements of these ids. */
export async function loadStatements(ids: readonly string[]): Promise<ReadonlyMap<string, StatementRow>> {
  const { rows } = await pool().query<StatementRow>({
    name: 'statements',
    text: `select id, groups, field_names as names, field_salts as salts, field_commitments as commitments
      from statement where id = any ($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}
