-- Containers (custody.md 4). A logistic unit or a returnable asset is an object of the log that has a state of its own; what stands in
-- it keeps its own row as it is while the container moves. New columns without a default cost no rewrite. Each index is built under a
-- lock that stops writers to its table: over a full table of packs one scan, some seconds for ten million rows; nothing is in a
-- container yet, so all of them begin empty.
alter table ledger_object add column state jsonb;       -- of a container: PackState, coded by lib/custody
alter table ledger_object add column holder text;       -- who has it by its own events, the sender while in transit
alter table ledger_object add column consignee text;
alter table ledger_object add column location text;
alter table ledger_object add column parent text;       -- the container that it stands in
alter table pack add column parent text;                -- the same of a pack; holder, consignee and location are then the container's

alter table pack add column carries boolean not null default false;  -- a serialised case: things were put into it

create index pack_by_container on pack (realm, parent, gtin, serial) where parent is not null;
create index container_by_container on ledger_object (realm, parent, uri) where parent is not null;
create index case_by_container on pack (realm, parent) where carries and parent is not null;
create index case_by_holder on pack (holder, realm) where carries and parent is null;
create index case_by_consignee on pack (consignee, realm) where carries and parent is null;
create index container_by_holder on ledger_object (holder, realm) where holder is not null and parent is null;
create index container_by_consignee on ledger_object (consignee, realm) where consignee is not null and parent is null;

-- From when until when an object was in a container, as the fold of its own events has it. The truth is the fold; this table leads
-- from a container to what was in it. `touched_at` is the latest time of an event about the object, or about what was in it, while it was
-- inside: whoever says something of the container at an earlier time makes those events be weighed anew, and nobody else pays for that.
create table containment (
  realm       smallint not null,
  item        text not null,
  event       uuid not null,                            -- that put it there
  container   text not null,
  since       timestamptz not null,
  until       timestamptz,                              -- null: it is still inside
  until_event uuid,
  touched_at  timestamptz,
  primary key (realm, item, event)
);
create index containment_by_container on containment (realm, container, item);
create index containment_touched on containment (realm, container, touched_at) where touched_at is not null;

-- A serial number as it stands in the path of a canonical Digital Link: the reverse of gs1_value.
create function gs1_text(plain text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(plain, '%', '%25'), '!', '%21'), '"', '%22'), '&', '%26'), '''', '%27'), '(', '%28'), ')', '%29'), '*', '%2A'), '+', '%2B'), ',', '%2C'), '/', '%2F'), ':', '%3A'), ';', '%3B'), '<', '%3C'), '=', '%3D'), '>', '%3E'), '?', '%3F')
$$;

-- One container by its canonical name: a logistic unit, an asset, or a serialised case.
create function container_row(of_realm smallint, name text)
returns table (uri text, holder text, consignee text, location text, parent text, state jsonb) language sql stable parallel safe rows 1 as $$
  select o.uri, o.holder, o.consignee, o.location, o.parent, o.state from ledger_object o
   where o.realm = of_realm and o.uri = name and o.state is not null
  union all
  select name, p.holder, p.consignee, p.location, p.parent, p.state from pack p
   where name like 'https://id.gs1.org/01/%/21/%' and p.realm = of_realm
     and p.gtin = split_part(name, '/', 5) and p.serial = gs1_value(split_part(name, '/', 7))
$$;

-- What befalls a container befalls what is in it.
create function carried_fate(state jsonb) returns text language sql immutable parallel safe as $$
  select case when state ->> 's' in ('stolen', 'destroyed', 'exported') then state ->> 's' end
$$;

-- Where the outermost of the containers is that a thing in `container` stands in: the thing's own place (custody.md 4).
create function outermost(of_realm smallint, container text)
returns table (holder text, consignee text, location text, fate text) language sql stable parallel safe rows 1 as $$
  with recursive up (holder, consignee, location, parent, fate, depth) as (
    select c.holder, c.consignee, c.location, c.parent, carried_fate(c.state), 1 from container_row(of_realm, container) c
    union all
    select c.holder, c.consignee, c.location, c.parent, coalesce(up.fate, carried_fate(c.state)), up.depth + 1
      from up, container_row(of_realm, up.parent) c where up.parent is not null and up.depth < 32)
  select up.holder, up.consignee, up.location, up.fate from up order by up.depth desc limit 1
$$;

-- The containers that a thing in `container` stands in, with their states; the innermost at depth 1.
create function container_chain(of_realm smallint, container text)
returns table (uri text, state jsonb, depth int) language sql stable parallel safe rows 2 as $$
  with recursive up (uri, state, parent, depth) as (
    select c.uri, c.state, c.parent, 1 from container_row(of_realm, container) c
    union all
    select c.uri, c.state, c.parent, up.depth + 1 from up, container_row(of_realm, up.parent) c
     where up.parent is not null and up.depth < 32)
  select up.uri, up.state, up.depth from up
$$;

-- Every container whose outermost one an organisation holds, or awaits.
create function containers_of(of_realm smallint, organisation text, awaited boolean)
returns table (uri text, holder text, consignee text, location text, fate text) language sql stable parallel safe rows 100 as $$
  with recursive top as (
    select o.uri, o.holder, o.consignee, o.location, o.state from ledger_object o
     where not awaited and o.parent is null and o.realm = of_realm and o.holder = organisation
    union all
    select o.uri, o.holder, o.consignee, o.location, o.state from ledger_object o
     where awaited and o.parent is null and o.realm = of_realm and o.consignee = organisation
    union all
    select 'https://id.gs1.org/01/' || p.gtin || '/21/' || gs1_text(p.serial), p.holder, p.consignee, p.location, p.state from pack p
     where not awaited and p.carries and p.parent is null and p.realm = of_realm and p.holder = organisation
    union all
    select 'https://id.gs1.org/01/' || p.gtin || '/21/' || gs1_text(p.serial), p.holder, p.consignee, p.location, p.state from pack p
     where awaited and p.carries and p.parent is null and p.realm = of_realm and p.consignee = organisation),
  down (uri, holder, consignee, location, fate, depth) as (
    select top.uri, top.holder, top.consignee, top.location, carried_fate(top.state), 1 from top
    union all
    select c.uri, down.holder, down.consignee, down.location, coalesce(down.fate, carried_fate(c.state)), down.depth + 1
      from down cross join lateral (
        select o.uri, o.state from ledger_object o where o.realm = of_realm and o.parent = down.uri
        union all
        select 'https://id.gs1.org/01/' || p.gtin || '/21/' || gs1_text(p.serial), p.state from pack p
         where p.carries and p.realm = of_realm and p.parent = down.uri) c
     where down.depth < 32)
  select uri, holder, consignee, location, fate from down
$$;

-- What was said of the containers that a thing was in, at whatever depth, while it was inside: what happened to it although no event
-- names it. Packing and unpacking of others is not among it.
create function moves_around(of_realm smallint, thing text)
returns table (event uuid, uri text, effect text) language sql stable parallel safe rows 10 as $$
  with recursive spans (container, since, until, depth) as (
    select c.container, c.since, c.until, 1 from containment c where c.realm = of_realm and c.item = thing
    union all
    select c.container, greatest(s.since, c.since), least(s.until, c.until), s.depth + 1
      from spans s join containment c on c.realm = of_realm and c.item = s.container
       and (s.until is null or c.since < s.until) and (c.until is null or c.until > s.since)
     where s.depth < 32)
  select distinct o.event, o.uri, o.effect from spans s
    join event_object o on o.realm = of_realm and o.uri = s.container
    join event e on e.id = o.event
   where e.event_time >= s.since and (s.until is null or e.event_time <= s.until)
     and e.act not in ('pack', 'unpack', 'close', 'open', 'observe', 'commission')
     and not exists (select from event_object own where own.realm = of_realm and own.uri = thing and own.event = o.event)
$$;
