-- Fields of events that their reporter has erased. The value is gone from event.document and the salt from event.field_salts (32 zero
-- bytes in its place); the commitment stays. Every lock is short: one new table, and constraints of a table that is small.
create table erasure (
  event     uuid not null references event,
  name      text not null,                            -- the group of fields, as in event.field_names
  statement uuid not null,                            -- by which the erasure stands in the log
  erased_at timestamptz not null,
  primary key (event, name)
);
create trigger append_only before update or delete on erasure for each row execute function ledger.refuse_change();
create trigger append_only_truncate before truncate on erasure for each statement execute function ledger.refuse_change();

-- A statement is about a grant, or about an event.
alter table statement alter column grant_id drop not null;
alter table statement add column event uuid references event;
alter table statement add constraint statement_is_about_one check (num_nonnulls(grant_id, event) = 1);
create index statement_by_event on statement (event) where event is not null;
