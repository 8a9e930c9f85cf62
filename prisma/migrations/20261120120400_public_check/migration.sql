-- The public check (custody.md 6): whoever holds a pack asks without an account, and may report a doubt.
-- Locks: dropping a constraint takes an exclusive lock for a moment; nothing is rewritten.

-- An observation of nobody's organisation is one of the public.
alter table observation alter column organisation drop not null;

create table public_report (
  id           uuid primary key,
  at           timestamptz not null,
  gtin         text not null,
  serial       text,
  lot          text,
  expiry       text,                                  -- as read: YYMMDD
  country      text not null check (country ~ '^[A-Z]{2}$'),
  answer       text not null check (answer in ('fit','not-fit','not-confirmed')),
  words        text not null check (length(words) <= 1000),
  photo        bytea check (octet_length(photo) <= 3000000),
  photo_type   text check (photo_type in ('image/jpeg','image/png','image/webp')),
  photo_until  timestamptz,                           -- when the photo is forgotten
  check ((photo is null) = (photo_type is null)),
  check ((photo is null) = (photo_until is null))
);
create index public_report_to_forget on public_report (photo_until) where photo is not null;

-- The findings that a report became: one for the regulator, one for the holder of the product.
create table public_report_finding (
  finding text primary key,
  report  uuid not null references public_report
);

-- Block lists for devices without a connection: what a place was given, so that the next one travels as a difference.
create table block_list (
  realm        smallint not null,
  organisation text not null references organisation,
  location     text not null,                         -- '' for a session bound to the whole organisation
  version      bigint not null check (version >= 0),
  made_at      timestamptz not null,
  head         text not null,                         -- the signed note
  filter       bytea not null,
  lists        json not null,                         -- products, recalls: exact
  primary key (realm, organisation, location, version)
);
