-- Files of labels, made by jobs and kept until they expire. New tables only: nothing is locked.
create table label_file (
  job          uuid primary key references job on delete cascade,
  name         text not null,
  content_type text not null,
  size_bytes   bigint not null default 0,
  complete     boolean not null default false,
  expires_at   timestamptz not null
);
create index on label_file (expires_at);

-- The bytes of a file, in pieces that a process can hold.
create table label_chunk (
  job   uuid not null references label_file on delete cascade,
  ord   integer not null,
  bytes bytea not null,
  primary key (job, ord)
);
alter table label_chunk alter column bytes set storage external;

-- How many SSCCs of a company prefix were given out. It only grows: a number that was given once is never given again.
create table sscc_counter (
  prefix text primary key references company_prefix,
  next   bigint not null check (next >= 0)
);
