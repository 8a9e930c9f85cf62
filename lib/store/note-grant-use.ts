import type { EventRef } from '../custody/pack-state.ts';
import { appendGrantStatement } from './append-grant-statement.ts';
import { anyGrantTo, grantCoversEvent } from './granted-events.ts';
import { pool } from './pool.ts';
import type { Reading } from './reading.ts';
import { SqlValues } from './sql-values.ts';
import { inTransaction, type Tx } from './transaction.ts';
import { eventsSeenUngranted } from './visible-events.ts';

/** Who reads the same events again within this time makes no further entry of the log. */
const AGAIN = '1 hour';

interface UsedGrant {
  readonly grant: string;
  readonly from: string;
  readonly events: readonly EventRef[];
}

/**
 * States in the log that the reader was shown `events` under grants (custody.md 6), before they are handed on: those that it would not
 * have seen, or not whole, without one. The same person's or key's reading of the same event is stated once an hour.
 */
export async function noteGrantUse(reading: Reading, events: readonly EventRef[]): Promise<void> {
  if (events.length === 0) return;
  const used = await grantsUsed(reading, events);
  if (used.length === 0) return;
  await inTransaction(async (tx) => {
    for (const each of used) await stateUse(tx, reading, each);
  });
}

/** The grant by which each event is seen as it is, where it is seen by one. */
async function grantsUsed(reading: Reading, events: readonly EventRef[]): Promise<readonly UsedGrant[]> {
  const values = new SqlValues();
  const grantOf = (show: 'whole' | 'outline'): string =>
    `case when not ${eventsSeenUngranted(show, reading, values)}
      then (select g.id from "grant" g where ${grantCoversEvent(show, reading, values)} order by g.id limit 1) end`;
  // Whoever sees an event whole without a grant sees no more by one.
  const used = `case when not ${eventsSeenUngranted('whole', reading, values)} then coalesce(${grantOf('whole')}, ${grantOf('outline')}) end`;
  const { rows } = await pool().query<UsedGrant>(
    `select u.id as grant, g.from_party as from, array_agg(u.event order by u.event) as events
       from (select e.id as event, ${used} as id from event e
              where ${anyGrantTo(reading, values)} and e.id = any (${values.add(events)}::uuid[])) u
       join "grant" g on g.id = u.id group by u.id, g.from_party order by u.id`,
    values.values,
  );
  return rows;
}

async function stateUse(tx: Tx, { scope, at }: Reading, { grant, from, events }: UsedGrant): Promise<void> {
  const { rows } = await tx.query<{ readonly event: EventRef }>({
    name: 'note-grant-use',
    text: `insert into grant_use as u (grant_id, actor, event, used_at) select $1, $2, k.event, $4 from unnest($3::uuid[]) as k (event)
      on conflict (grant_id, actor, event) do update set used_at = excluded.used_at
        where u.used_at < excluded.used_at - interval '${AGAIN}' returning event`,
    values: [grant, scope.actor, events, new Date(at)],
  });
  if (rows.length === 0) return;
  await appendGrantStatement(tx, scope, {
    kind: 'grantUsed',
    grant,
    at,
    groups: {
      grant,
      parties: { from, to: scope.organisation },
      purpose: scope.purpose,
      events: rows.map(({ event }) => event).toSorted(),
    },
  });
}
