import { LOG_ID } from './log-id.ts';
import { inTransaction, type Tx } from './transaction.ts';

/**
 * Counts the scans of the next `limit` entries of the log into the table daily_scan, each once, whoever else does the same. A scan is a
 * verification, a refused attempt, or the supply of a pack. A device that calls itself `software/version`, with what else tells it from
 * others after a `#`, names its software. Gives how many entries were read.
 */
export function countScans(limit: number): Promise<number> {
  return inTransaction(async (tx) => {
    await tx.query('insert into trend_cursor (id, next_seq) values (1, 0) on conflict do nothing');
    const { rows } = await tx.query<{ readonly next: bigint; readonly end: bigint }>(
      `select c.next_seq as next, least(c.next_seq + $2, coalesce((select size from ledger.log where log_id = $1), 0)) as end
         from trend_cursor c where c.id = 1 for update`,
      [LOG_ID, limit],
    );
    const { next = 0n, end = 0n } = rows[0] ?? {};
    if (end <= next) return 0;
    await addScans(tx, next, end);
    await tx.query('update trend_cursor set next_seq = $1 where id = 1', [end]);
    return Number(end - next);
  });
}

/** Public checks are nobody's and are not counted. */
async function addScans(tx: Tx, next: bigint, end: bigint): Promise<void> {
  await tx.query({
    name: 'add-scans',
    text: `with leaf as (select event_id from ledger.entry where log_id = $1 and seq >= $2 and seq < $3),
      seen as (
        select o.realm, o.at, o.organisation, o.location,
            case when o.device like '%/%' then split_part(o.device, '#', 1) else '' end as software, 1 as scans,
            (o.entry_mode = 'manual')::int as manual, (o.verdict = 'rescan')::int as rescans,
            (o.verdict = 'set-aside')::int as set_asides
          from leaf join ledger.observation_member m on m.leaf_event = leaf.event_id
            join observation o on o.id = m.observation where o.organisation is not null
        union all
        select e.realm, e.event_time, e.reporter, e.location, '',
            (select count(*)::int from event_object k where k.event = e.id and k.effect = 'applied'), 0, 0, 0
          from leaf join event e on e.id = leaf.event_id where e.act = 'supply')
      insert into daily_scan as d (realm, day, organisation, location, software, scans, manual, rescans, set_asides)
      select s.realm, (s.at at time zone coalesce(l.time_zone, 'UTC'))::date, s.organisation, coalesce(s.location, ''), s.software,
          sum(s.scans), sum(s.manual), sum(s.rescans), sum(s.set_asides)
        from seen s left join location l on l.gln = s.location
       group by 1, 2, 3, 4, 5 having sum(s.scans) > 0
      on conflict (realm, day, organisation, location, software) do update set scans = d.scans + excluded.scans,
        manual = d.manual + excluded.manual, rescans = d.rescans + excluded.rescans, set_asides = d.set_asides + excluded.set_asides`,
    values: [LOG_ID, next, end],
  });
}
