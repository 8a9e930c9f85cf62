-- Leaves to bring a product from one market into another (parallel import, import in a shortage): without one, a pack at a counter of a
-- country that its product is not registered for is a finding. A new table: no lock on an old one but that of its references.
create table import_approval (
  id           bigint generated always as identity primary key,
  realm        smallint not null,
  gtin         text not null,
  party        text not null references organisation,
  from_market  text not null check (from_market ~ '^[A-Z]{2}$'),
  to_market    text not null check (to_market ~ '^[A-Z]{2}$'),
  valid_from   date not null,
  valid_to     date check (valid_to >= valid_from),
  known_at     timestamptz not null default now(),
  foreign key (realm, gtin) references product
);
create index on import_approval (realm, gtin);
create index on import_approval (party);
