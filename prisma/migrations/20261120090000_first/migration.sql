-- Times are instants (timestamptz, milliseconds). Parties and locations are GLNs, objects are canonical GS1 Digital Links.
-- realm 0 is the real world; every sandbox organisation has a realm of its own, so its packs never meet the others'.

-- ── who ────────────────────────────────────────────────────────────────────────────────────────────────────────
create table organisation (
  gln          text primary key check (gln ~ '^[0-9]{13}$'),
  name         text not null,
  role         text not null check (role in ('manufacturer','contract-manufacturer','logistics','wholesaler','pharmacy','hospital','clinic','regulator','auditor')),
  country      text not null check (country ~ '^[A-Z]{2}$'),
  owner_group  text,
  realm        smallint not null default 0,
  sandbox      boolean not null default false,
  created_at   timestamptz not null default now(),
  check (sandbox = (realm <> 0))
);
create sequence sandbox_realm as smallint start 1;

create table company_prefix (
  prefix       text primary key check (prefix ~ '^[0-9]{4,12}$'),
  organisation text not null references organisation,
  assigned_at  timestamptz not null default now()
);
create index on company_prefix (organisation);

create table location (
  gln          text primary key check (gln ~ '^[0-9]{13}$'),
  organisation text not null references organisation,
  name         text not null,
  kind         text not null check (kind in ('plant','warehouse','pharmacy','hospital','clinic','office')),
  country      text not null check (country ~ '^[A-Z]{2}$'),
  city         text not null,
  latitude     double precision,
  longitude    double precision,
  time_zone    text not null
);
create index on location (organisation);

create table licence (
  id           bigint generated always as identity primary key,
  organisation text not null references organisation,
  activity     text not null check (activity in ('manufacture','wholesale','dispense','import')),
  market       text not null,
  valid_from   date not null,
  valid_to     date,
  known_at     timestamptz
);
create index on licence (organisation);

create table suspension (
  id           bigint generated always as identity primary key,
  organisation text not null references organisation,
  valid_from   date not null,
  valid_to     date,
  known_at     timestamptz
);
create index on suspension (organisation);

create table agent (
  principal    text not null references organisation,
  agent        text not null references organisation,
  valid_from   timestamptz not null default now(),
  valid_until  timestamptz,
  primary key (principal, agent)
);
create index on agent (agent);

-- better-auth owns the next five tables; the names of their columns are its own.
create table "user" (
  "id" text primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null default false,
  "image" text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create table "session" (
  "id" text primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "ipAddress" text, "userAgent" text, "userId" text not null references "user" on delete cascade,
  "organisation" text references organisation, "location" text references location
);
create index on "session" ("userId");
create table "account" (
  "id" text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "user" on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  "scope" text, "password" text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on "account" ("userId");
create table "verification" (
  "id" text primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create table "rateLimit" ("id" text primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);

create table membership (
  user_id      text not null references "user" on delete cascade,
  organisation text not null references organisation,
  user_role    text not null check (user_role in ('admin','operator','viewer')),
  location     text references location,             -- null: expressly the whole organisation
  primary key (user_id, organisation)
);
create index on membership (organisation);

create table platform_administrator (user_id text primary key references "user" on delete cascade, since timestamptz not null default now());

create table api_key (
  id                text primary key,
  organisation      text not null references organisation,
  location          text references location,        -- null: expressly the whole organisation
  name              text not null,
  user_role         text not null default 'operator' check (user_role in ('admin','operator','viewer')),
  scopes            text[] not null,
  secret_sha256     bytea not null unique check (octet_length(secret_sha256) = 32),
  created_at        timestamptz not null default now(),
  expires_at        timestamptz not null,
  revoked_at        timestamptz,
  compromised_since timestamptz,
  last_used_at      timestamptz
);
create index on api_key (organisation);

create table "grant" (
  id           uuid primary key default gen_random_uuid(),
  from_party   text not null references organisation,
  to_party     text not null references organisation,
  show         text not null check (show in ('whole','outline')),
  event        uuid,                                  -- of from_party's own events those that agree with every field set;
  gtin         text,                                  -- none set: all of them
  lot          text,
  serial       text,
  purpose      text not null check (purpose in ('operations','inspection','audit','administration')),
  valid_from   timestamptz not null default now(),
  valid_until  timestamptz,
  revoked_at   timestamptz
);
create index on "grant" (to_party);

create table access_log (
  id           bigint generated always as identity primary key,
  at           timestamptz not null default now(),
  organisation text not null,
  actor        text not null,
  what         text not null,
  subject      text,
  reason       text
);
create index on access_log (organisation, id);

-- ── products, batches, packs ───────────────────────────────────────────────────────────────────────────────────
create table product (
  realm           smallint not null,
  gtin            text not null check (gtin ~ '^[0-9]{14}$'),
  name            text not null,
  holder          text not null references organisation,
  item_level      text not null default 'serial' check (item_level in ('serial','lot')),
  classes         text[] not null default '{}',
  serial_length   smallint not null default 20 check (serial_length between 1 and 20),
  serial_alphabet text not null default '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
  created_at      timestamptz not null default now(),
  primary key (realm, gtin)
);
create index on product (holder);

create table product_market (
  realm          smallint not null,
  gtin           text not null,
  country        text not null check (country ~ '^[A-Z]{2}$'),
  marketed_from  date not null,
  withdrawn_from date,
  primary key (realm, gtin, country),
  foreign key (realm, gtin) references product
);

create table batch (
  realm      smallint not null,
  gtin       text not null,
  lot        text not null,
  expiry     date,
  state      jsonb not null,                          -- BatchState, coded by lib/custody
  commissioned boolean not null default false,        -- some pack of it was ever commissioned with effect
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  primary key (realm, gtin, lot)
);

create table pack (
  realm      smallint not null,
  gtin       text not null,
  serial     text not null,
  lot        text,
  expiry     date,
  status     text not null,
  holder     text,                                    -- who has it, the sender while in transit
  consignee  text,                                    -- to whom it is in transit
  location   text,
  state      jsonb not null,                          -- PackState, coded by lib/custody
  counter    integer not null default 0,              -- events that name this pack, in log order
  head_event uuid,                                    -- the latest of them
  primary key (realm, gtin, serial)
) with (fillfactor = 80);
-- partial, so that no look-up by primary key is ever planned over them while the table is too new for statistics
create index pack_by_batch on pack (realm, gtin, lot) where lot is not null;
create index pack_by_holder on pack (holder, gtin) where holder is not null;
create index pack_by_consignee on pack (consignee) where consignee is not null;

-- objects that are no packs (batches, cases, whatever else an event names): their place in the log
create table ledger_object (
  realm      smallint not null,
  uri        text not null,
  kind       text not null,
  counter    integer not null default 0,
  head_event uuid,
  primary key (realm, uri)
);

-- ── events ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table event (
  id                   uuid primary key,              -- the ledger's event id, custody.md 7
  realm                smallint not null,
  reporter             text not null references organisation,
  event_id             text not null,                 -- eventID as given, else the CBV event hash
  event_hash           text not null,                 -- CBV 2.0 event hash
  content_digest       bytea not null check (octet_length(content_digest) = 32),
  act                  text not null,                 -- what the event says in the words of lib/custody ...
  claim                json not null,                 -- ... and all of it, with the facts of its day: what a later fold is made from
  action               text not null,
  biz_step             text,
  disposition          text,
  event_time           timestamptz not null,
  offset_minutes       smallint not null,
  record_time          timestamptz not null,
  original_record_time timestamptz,                   -- of a history import
  read_point           text,
  biz_location         text,
  location             text,                          -- the GLN of the reporter's own place
  declaration          boolean not null default false,
  corrects             uuid,
  parties              text[] not null default '{}',  -- in source and destination list
  countries            text[] not null default '{}',  -- touched: readPoint, bizLocation, source, destination
  holders              text[] not null default '{}',  -- of the GTINs named
  document             json not null,                 -- as received
  context              json not null,
  field_names          text[] not null,               -- payload commitments, sorted by name ...
  field_salts          bytea not null,                -- ... 32 bytes each
  field_commitments    bytea not null,
  flags                jsonb not null default '[]'    -- breaches found at recording
);
create index event_by_event_id on event (realm, event_id);
create index event_by_reporter on event (reporter, event_time);
create index event_by_hash on event using hash (event_hash);
create index event_by_corrected on event (corrects) where corrects is not null;

create table event_object (
  realm   smallint not null,
  uri     text not null,
  counter integer not null,
  event   uuid not null,
  effect  text not null check (effect in ('applied','without-effect','barred','corrected','named')),
  takes_place_of uuid,                                -- of a corrective event: whose place in the fold it takes
  primary key (realm, uri, counter)
);
create index event_object_by_event on event_object (event);

-- A value in the path of a canonical Digital Link, as it was before it was percent-encoded: set 82 of GS1 is ASCII.
create function gs1_value(encoded text) returns text language sql immutable strict parallel safe as $$
  select case when position('%' in encoded) = 0 then encoded else replace(replace(replace(replace(replace(replace(replace(replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(encoded, '%21', '!'), '%22', '"'), '%26', '&'),
    '%27', ''''), '%28', '('), '%29', ')'), '%2A', '*'), '%2B', '+'), '%2C', ','), '%2F', '/'), '%3A', ':'), '%3B', ';'), '%3C', '<'),
    '%3D', '='), '%3E', '>'), '%3F', '?'), '%23', '#'), '%25', '%') end
$$;

-- ── observations and idempotency ───────────────────────────────────────────────────────────────────────────────
create table observation (
  id         uuid primary key,
  realm      smallint not null,
  at         timestamptz not null,
  organisation text not null,
  location   text,
  device     text,
  entry_mode text not null check (entry_mode in ('scan','manual')),
  operation  text not null,                           -- verify, or the refused state change
  gtin       text not null,
  serial     text not null,
  lot        text,
  expiry     text,
  verdict    text not null,
  code       text not null,
  severity   smallint not null,
  reasons    jsonb not null default '[]',             -- every reason of the verdict with its facts, for the detectors
  salt       bytea not null check (octet_length(salt) = 32)
);
create index observation_by_pack on observation (realm, gtin, serial, at);
-- for what a place did lately; costs a verification next to nothing
create index observation_recent on observation using brin (at) with (pages_per_range = 16);

create table idempotency (
  organisation   text not null,
  key            text not null,
  request_digest bytea not null,
  status         smallint not null,
  body           json not null,
  created_at     timestamptz not null default now(),
  primary key (organisation, key)
);

-- ── jobs ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table job (
  id           uuid primary key,
  kind         text not null,
  organisation text not null references organisation,
  realm        smallint not null,
  scope        jsonb not null,                        -- whose authority it runs under
  payload      json not null,
  state        text not null check (state in ('queued','running','succeeded','failed','cancelled')),
  total        integer not null default 0,
  done         integer not null default 0,
  failed       integer not null default 0,
  errors       jsonb not null default '[]',
  created_at   timestamptz not null default date_trunc('milliseconds', now()),
  started_at   timestamptz,
  finished_at  timestamptz
);
create index on job (organisation, created_at);

-- ── findings ───────────────────────────────────────────────────────────────────────────────────────────────────
create table finding (
  id             text primary key,
  realm          smallint not null,
  detector       text not null,
  kind           text not null check (kind in ('stop','data-quality','case')),
  severity       smallint not null check (severity between 1 and 5),
  status         text not null check (status in ('pending','open','withdrawn','closed')),
  title          text not null,
  observed       text not null,
  expected       text not null,
  innocent       jsonb not null,                      -- causes considered, and how each was tested
  clears         text not null,
  action         text not null,
  packs          text[] not null default '{}',
  lots           text[] not null default '{}',
  parties        text[] not null default '{}',
  locations      text[] not null default '{}',
  countries      text[] not null default '{}',
  events         uuid[] not null default '{}',
  observations   uuid[] not null default '{}',
  raised_at      timestamptz not null,
  visible_at     timestamptz not null,
  cleared_by     uuid,
  cleared_at     timestamptz,
  parameters     text not null,
  rank           double precision not null
);
create index finding_worst_first on finding (realm, status, severity desc, rank desc, id);
create index finding_by_pack on finding using gin (packs);

create table detector_cursor (id smallint primary key check (id = 1), next_seq bigint not null, watermark timestamptz);
create table detector_state (key text primary key, state jsonb not null);
create table detector_timer (due_at timestamptz not null, key text not null, body jsonb not null, primary key (due_at, key));
create table custody_coverage (organisation text primary key, good integer not null, total integer not null);

-- ── the ledger ─────────────────────────────────────────────────────────────────────────────────────────────────
create schema ledger;

create table ledger.log (
  log_id int primary key, origin text unique not null, size bigint not null, root bytea not null, epoch bigint not null,
  block_no bigint not null, last_block_hash bytea not null, last_time_ms bigint not null, published_size bigint not null default 0,
  state text not null check (state in ('active','frozen','halted')), halted_because text
);

create table ledger.pending (
  pid bigint generated always as identity primary key, log_id int not null, event_id uuid not null,
  leaf bytea not null check (octet_length(leaf) between 1 and 65535),
  leaf_hash bytea generated always as (sha256('\x00'::bytea || leaf)) stored,
  submitted_at timestamptz not null default clock_timestamp(),
  unique (log_id, event_id)
);

create table ledger.entry (
  log_id int not null, seq bigint not null, event_id uuid not null, leaf_hash bytea not null, leaf bytea not null,
  primary key (log_id, seq), unique (log_id, event_id)
);

create table ledger.tile (
  log_id int not null, level smallint not null, idx bigint not null, root bytea not null,
  data bytea not null check (octet_length(data) = 8192), primary key (log_id, level, idx)
);
alter table ledger.tile alter column data set storage external;

create table ledger.checkpoint (
  log_id int not null, size bigint not null, block_no bigint not null, root bytea not null, note bytea not null,
  signed_at timestamptz not null default now(), primary key (log_id, size)
);

create table ledger.observation_pending (
  oid bigint generated always as identity primary key, observation uuid not null, commitment bytea not null
);

create table ledger.observation_member (
  leaf_event uuid not null, ord integer not null, observation uuid not null unique, commitment bytea not null, primary key (leaf_event, ord)
);

-- What is written stays: nothing in the application updates or deletes these, and the database refuses it too.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on ledger.entry for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.tile for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.checkpoint for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.observation_member for each row execute function ledger.refuse_change();
create trigger append_only_truncate before truncate on ledger.entry for each statement execute function ledger.refuse_change();
create trigger append_only_truncate before truncate on ledger.tile for each statement execute function ledger.refuse_change();
create trigger append_only_truncate before truncate on ledger.checkpoint for each statement execute function ledger.refuse_change();
create trigger append_only_truncate before truncate on ledger.observation_member for each statement execute function ledger.refuse_change();
