-- How much of the log enough witnesses have cosigned; block headers say it too.
alter table ledger.log add column witnessed_size bigint not null default 0;

-- Published heads with their cosignatures, byte for byte. Of one size there are several: witnesses sign it again while nothing else happens.
create table ledger.publication (
  log_id int not null, size bigint not null, published_at timestamptz not null default clock_timestamp(), note bytea not null,
  cosigners text[] not null, primary key (log_id, size, published_at)
);
create trigger append_only before update or delete on ledger.publication for each row execute function ledger.refuse_change();
create trigger append_only_truncate before truncate on ledger.publication for each statement execute function ledger.refuse_change();

-- What is known of each witness: the size it cosigned last, when, and what is wrong with it now.
create table ledger.witness (
  log_id int not null, vkey text not null, name text not null, size bigint not null default 0, seen_at timestamptz, fault text,
  fault_since timestamptz, primary key (log_id, vkey)
);
