/**
 * Records an event in one statement: the event, its place in the chain of every object it names, the new states, and its leaf in
 * the queue. Each row is written only where the counter or state is still the one that was read, and the counts tell.
 * Parameters: $1 to $28 and $51 the event, $29 its log, $30 its leaf; then a list per column for packs, objects and batches.
 */
export const APPEND_EVENT = {
  name: 'append-event',
  text: `with
  e as (
    insert into event (id, realm, reporter, event_id, event_hash, content_digest, act, action, biz_step, disposition, event_time,
      offset_minutes, record_time, original_record_time, read_point, biz_location, location, declaration, corrects, parties,
      countries, holders, document, context, field_names, field_salts, field_commitments, flags, claim)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
      $27, $28, $51)
    on conflict (id) do nothing returning id, realm),
  named as (
    insert into event_object (realm, uri, counter, event, effect, takes_place_of)
    select e.realm, k.uri, k.counter + 1, e.id, k.effect, k.takes_place_of
      from e, (select * from unnest($31::text[], $32::int[], $33::text[], $52::uuid[])
               union all select * from unnest($42::text[], $44::int[], $45::text[], $60::uuid[])) as k (uri, counter, effect, takes_place_of)
     order by k.uri
    on conflict do nothing returning 1),
  -- Every counter is ours, or nothing more is touched: who goes on after losing one could wait in a ring for the winner.
  c as (select e.id, e.realm from e where (select count(*) from named) = cardinality($31::text[]) + cardinality($42::text[])),
  packs as (
    insert into pack as p (realm, gtin, serial, counter, status, lot, expiry, holder, consignee, location, parent, carries, state, head_event)
    select c.realm, k.gtin, k.serial, k.counter + 1, k.status, k.lot, k.expiry, k.holder, k.consignee, k.location,
           k.parent, k.carries, k.state, c.id
      from c, unnest($34::text[], $35::text[], $32::int[], $36::text[], $37::date[], $38::text[], $39::text[], $40::text[],
                     $41::jsonb[], $53::text[], $54::text[], $61::boolean[])
        as k (gtin, serial, counter, lot, expiry, holder, consignee, location, state, status, parent, carries)
     order by k.gtin, k.serial
    on conflict (realm, gtin, serial) do update set counter = excluded.counter, status = excluded.status, lot = excluded.lot,
      expiry = excluded.expiry, holder = excluded.holder, consignee = excluded.consignee, location = excluded.location,
      parent = excluded.parent, carries = excluded.carries, state = excluded.state, head_event = excluded.head_event
    where p.counter = excluded.counter - 1 returning 1),
  objects as (
    insert into ledger_object as o (realm, uri, kind, counter, head_event, state, holder, consignee, location, parent)
    select c.realm, k.uri, k.kind, k.counter + 1, c.id, k.state, k.holder, k.consignee, k.location, k.parent
      from c, unnest($42::text[], $43::text[], $44::int[], $55::jsonb[], $56::text[], $57::text[], $58::text[], $59::text[])
        as k (uri, kind, counter, state, holder, consignee, location, parent) order by k.uri
    on conflict (realm, uri) do update set counter = excluded.counter, head_event = excluded.head_event, state = excluded.state,
      holder = excluded.holder, consignee = excluded.consignee, location = excluded.location, parent = excluded.parent
    where o.counter = excluded.counter - 1 returning 1),
  lots as (select distinct k.gtin, k.lot from c, unnest($34::text[], $36::text[], $53::text[]) as k (gtin, lot, status)
    where k.lot is not null and k.status <> 'unknown'),
  batches as (
    insert into batch as b (realm, gtin, lot, expiry, state, commissioned)
    select c.realm, k.gtin, k.lot, k.expiry, k.state, exists (select from lots l where l.gtin = k.gtin and l.lot = k.lot)
      from c, unnest($46::text[], $47::text[], $48::date[], $49::jsonb[]) as k (gtin, lot, expiry, state)
     order by k.gtin, k.lot
    on conflict (realm, gtin, lot) do update set expiry = excluded.expiry, state = excluded.state,
      commissioned = b.commissioned or excluded.commissioned
    where b.state = (select before from unnest($46::text[], $47::text[], $50::jsonb[]) as k (gtin, lot, before)
                      where k.gtin = excluded.gtin and k.lot = excluded.lot)
    returning 1),
  -- Batches that the event says nothing new of, and that were recalled before their first pack.
  released as (
    update batch b set commissioned = true from c, lots l
     where b.realm = c.realm and b.gtin = l.gtin and b.lot = l.lot and not b.commissioned
       and (b.gtin, b.lot) not in (select * from unnest($46::text[], $47::text[]))),
  pending as (
    insert into ledger.pending (log_id, event_id, leaf) select $29, c.id, $30 from c returning pid)
select (select count(*)::int from named) as named, (select count(*)::int from packs) as packs,
       (select count(*)::int from objects) as objects, (select count(*)::int from batches) as batches,
       (select pid from pending) as pid`,
};
