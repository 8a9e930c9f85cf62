-- Statements about grants, roles per location, second factors, passkeys, invitations, and logs of sign-ins and key uses.
-- Every lock is short: new tables, new columns with a constant default, and one index over membership, which is small.

-- ── statements: what is no event of goods and stands in the log all the same ───────────────────────────────────
create table statement (
  id                uuid primary key,                 -- as in its leaf
  realm             smallint not null,
  organisation      text not null references organisation,
  actor             text not null,                    -- user:<id> or key:<id>; not in the leaf
  kind              smallint not null,                -- STATEMENT_KIND of lib/evidence
  grant_id          uuid not null references "grant",
  at                timestamptz not null,
  groups            json not null,                    -- what the commitments open to, by name
  field_names       text[] not null,                  -- as of events
  field_salts       bytea not null,
  field_commitments bytea not null
);
create index on statement (grant_id, at);
create table grant_use (
  grant_id uuid not null references "grant",
  actor    text not null,
  event    uuid not null,                             -- read under the grant
  used_at  timestamptz not null,                      -- when it was last stated in the log
  primary key (grant_id, actor, event)
);
create index on "grant" (from_party);

-- ── roles per location ─────────────────────────────────────────────────────────────────────────────────────────
-- A row with a location holds there; one without holds at every location that has no row of its own.
alter table membership drop constraint membership_pkey;
alter table membership add constraint membership_at unique nulls not distinct (user_id, organisation, location);
alter table organisation add column demands_second_factor boolean not null default false;

-- ── second factors and passkeys; the names of columns are better-auth's ────────────────────────────────────────
alter table "user" add column "twoFactorEnabled" boolean default false;
-- By what the session was opened: password, totp, recovery, passkey or demo.
alter table "session" add column "means" text not null default 'password';
create table "twoFactor" (
  "id" text primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null references "user" on delete cascade,
  "verified" boolean default true, "failedVerificationCount" integer default 0, "lockedUntil" timestamptz
);
create index on "twoFactor" ("userId");
create table "passkey" (
  "id" text primary key, "name" text, "publicKey" text not null, "userId" text not null references "user" on delete cascade,
  "credentialID" text not null unique, "counter" double precision not null, "deviceType" text not null, "backedUp" boolean not null,
  "transports" text, "createdAt" timestamptz, "aaguid" text
);
create index on "passkey" ("userId");
-- A one-time code is taken once, though it holds for a while (RFC 6238 section 5.2).
create table one_time_code (
  user_id text not null references "user" on delete cascade,
  code    text not null,
  used_at timestamptz not null,
  primary key (user_id, code)
);

-- ── invitations ────────────────────────────────────────────────────────────────────────────────────────────────
create table invitation (
  id           uuid primary key default gen_random_uuid(),
  organisation text not null references organisation,
  email        text not null,
  token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
  invited_by   text not null,                         -- the actor
  created_at   timestamptz not null default date_trunc('milliseconds', now()),
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  revoked_at   timestamptz
);
create index on invitation (organisation, created_at);
create table invitation_place (
  invitation uuid not null references invitation on delete cascade,
  location   text references location,                -- null: the whole organisation
  user_role  text not null check (user_role in ('admin','operator','viewer')),
  unique nulls not distinct (invitation, location)
);

-- ── logs of use: addresses are cut short before they are written ───────────────────────────────────────────────
create table sign_in_log (
  id           bigint generated always as identity primary key,
  at           timestamptz not null default date_trunc('milliseconds', now()),
  user_id      text not null references "user" on delete cascade,
  organisation text references organisation,          -- where the session stood first; null: a member of none
  what         text not null,
  means        text,
  address      text,
  agent        text
);
create index on sign_in_log (user_id, id);
create index on sign_in_log (organisation, id);
create table key_use (
  id           bigint generated always as identity primary key,
  key          text not null references api_key,
  organisation text not null references organisation,
  hour         timestamptz not null,
  address      text not null,
  uses         integer not null,
  last_at      timestamptz not null,
  unique (key, hour, address)
);
create index on key_use (organisation, id);
