-- Bulk work: registrations of up to half a million packs and lists of operations. What is given is kept in pieces, so that no process
-- ever holds all of it, and a job that was cut off goes on behind its last piece. Everything goes with its job.

create table registration (
  job       uuid primary key references job on delete cascade deferrable initially deferred,
  gtin      text not null,
  lot       text not null,
  expiry    date not null,
  event_time timestamptz not null,                     -- of every commissioning event
  source    text not null check (source in ('list','csv','epcis','generated')),
  phase     text not null check (phase in ('uploading','generating','checking','mending','checked','recording','done','refused')),
  since     timestamptz not null default now(),        -- of the phase
  starts_by_itself boolean not null default false,     -- when no row is faulty
  upload    uuid,                                      -- the upload that may write: one that comes again takes the place of one that was cut off
  given     integer not null default 0,                -- rows taken over, those left out since among them
  wanted    integer not null default 0,                -- rows to be generated
  checked   integer not null default 0,
  left_out  integer not null default 0,
  faults    integer not null default 0,
  refused   jsonb                                      -- why the whole of it cannot be registered
);

create table registration_chunk (
  job       uuid not null references registration on delete cascade deferrable initially deferred,
  first_row integer not null check (first_row >= 1),
  serials   text[] not null,                           -- null: left out
  primary key (job, first_row)
);

create table registration_fault (
  job       uuid not null references registration on delete cascade deferrable initially deferred,
  row       integer not null,
  serial    text not null,
  code      text not null,
  detail    jsonb not null,
  primary key (job, row)
);

create table operation_chunk (
  job       uuid not null references job on delete cascade deferrable initially deferred,
  first_line integer not null check (first_line >= 1),
  lines     jsonb not null,
  primary key (job, first_line)
);

create table operation_result (
  job       uuid not null references job on delete cascade deferrable initially deferred,
  line      integer not null,
  outcome   text not null,
  result    jsonb not null,
  primary key (job, line)
);

-- How serial numbers of a product must be made. Products there are keep taking any serial number until their holder says otherwise.
alter table product add column serials_enforced boolean not null default false;

-- Serial numbers that may not be registered: those from `first` to `last`, compared byte by byte among those of their length.
create table reserved_range (
  id       uuid primary key default gen_random_uuid(),
  realm    smallint not null,
  gtin     text not null,
  first    text not null collate "C",
  last     text not null collate "C",
  note     text not null,
  made_at  timestamptz not null default now(),
  check (length(first) = length(last) and first <= last),
  foreign key (realm, gtin) references product on delete cascade
);
create index on reserved_range (realm, gtin);

-- Where the packs of a batch are is counted from the index alone. Takes the place of the index by batch; building it holds writes to
-- the packs for about a second per million.
create index pack_by_batch_and_holder on pack (realm, gtin, lot, parent, holder, consignee, status) where lot is not null;
drop index pack_by_batch;

-- Packs that a counter set aside because their batch is recalled: what a recall has found.
create index observation_of_recalled on observation (realm, gtin, lot, serial, at) where code = 'batch/recalled';

-- With whom an organisation deals: whose names the holder of a recalled batch knows. Most events name nobody.
create index event_with_parties on event (reporter, realm, parties) where parties <> '{}';
