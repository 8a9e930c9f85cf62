import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Instant } from '../kernel/instant.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { eventsSeenWhole } from './visible-events.ts';

/** The commitments of an event's leaf to its fields, and what opens each of them. */
export interface EventOpeningRow {
  readonly names: readonly string[];
  /** 32 bytes a name. */
  readonly salts: Uint8Array;
  readonly commitments: Uint8Array;
  /** The statement by which its reporter erased a field's value and salt, by the field's name. */
  readonly erased: Readonly<Record<string, string>>;
}

/** What opens the leaves of the events named, by event, of those that the reader sees whole. */
export async function loadEventOpenings(
  scope: OrgScope,
  events: readonly EventRef[],
  at: Instant,
): Promise<ReadonlyMap<EventRef, EventOpeningRow>> {
  if (events.length === 0) return new Map();
  const values = new SqlValues();
  const whole = eventsSeenWhole({ scope, at }, values);
  const { rows } = await pool().query<EventOpeningRow & { readonly id: EventRef }>(
    `select e.id, e.field_names as names, e.field_salts as salts, e.field_commitments as commitments,
        coalesce((select json_object_agg(x.name, replace(x.statement::text, '-', '')) from erasure x where x.event = e.id), '{}') as erased
       from event e
      where e.id = any (${values.add(events)}::uuid[]) and ${whole}`,
    values.values,
  );
  return new Map(rows.map(({ id, ...opening }) => [id, opening]));
}
