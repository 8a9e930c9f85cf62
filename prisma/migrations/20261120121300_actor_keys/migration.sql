-- The keys that organisations sign their events with, as the log's leaves of type 3 have named them, and the leaves that were handed out for
-- signing. New tables and a function: no lock on an old table but that of their references.
create table actor_key (
  id                text primary key check (id ~ '^[0-9a-f]{16}$'),   -- as in the leaves: 8 bytes of SHA-256 of the key
  organisation      text not null references organisation,
  holder            text not null check (holder in ('own', 'platform')),
  public_key        bytea not null check (octet_length(public_key) = 32),
  sealed            bytea,                            -- the private key, where the platform has it: sealed, never in the clear
  replaces          text references actor_key,
  begun_at          timestamptz not null,
  begun_by          text not null,                    -- user:<id> or key:<id>
  ended_at          timestamptz,
  ended_by          text,
  compromised_since timestamptz,
  check ((sealed is null) = (holder = 'own')),
  check ((ended_at is null) = (ended_by is null))
);
create index on actor_key (organisation, begun_at);
create unique index on actor_key (organisation) where holder = 'platform' and ended_at is null;

create table leaf_draft (
  event             uuid primary key,                 -- as its leaf names it
  organisation      text not null references organisation,
  key_id            text not null references actor_key,
  signed_bytes      bytea not null,                   -- what is signed: the leaf up to its signature
  field_salts       bytea not null,                   -- as of events
  made_at           timestamptz not null
);
create index on leaf_draft (made_at);

-- The active keys of an organisation. Until the transaction ends none begins or ends: an event's leaf enters the queue in front of the leaf
-- that ends its key, and behind the one that begins it. An organisation that has none is locked for the one that makes its first. Each
-- statement of a volatile function sees what was committed while the one before waited; where the last key ended meanwhile, the
-- transaction must begin anew, for who shares a lock cannot have it alone.
create function signing_keys(gln text)
  returns table (id text, holder text, public_key bytea, sealed bytea) language plpgsql volatile as $$
begin
  if exists (select from actor_key k where k.organisation = gln and k.ended_at is null) then
    perform pg_advisory_xact_lock_shared(hashtextextended('vialog.actor-key.' || gln, 0));
    return query select k.id, k.holder, k.public_key, k.sealed from actor_key k
      where k.organisation = gln and k.ended_at is null order by k.begun_at, k.id;
    if not found then
      raise serialization_failure using message = 'the last key of an organisation ended meanwhile';
    end if;
  else
    perform pg_advisory_xact_lock(hashtextextended('vialog.actor-key.' || gln, 0));
    return query select k.id, k.holder, k.public_key, k.sealed from actor_key k
      where k.organisation = gln and k.ended_at is null order by k.begun_at, k.id;
  end if;
end $$;
