-- Scans counted by day, site and software, for the trends: kept up by a worker that reads the log in its order, exactly once.
create table daily_scan (
  realm        smallint not null,
  day          date not null,                         -- on the site's own calendar
  organisation text not null,
  location     text not null default '',              -- '': the whole organisation
  software     text not null default '',              -- as the device named it; '': it did not
  scans        integer not null,
  manual       integer not null,                      -- typed in instead of scanned
  rescans      integer not null,                      -- answered with: scan again
  set_asides   integer not null,                      -- answered with: set aside
  primary key (realm, day, organisation, location, software)
);
create index on daily_scan (organisation, day);
create table trend_cursor (id smallint primary key check (id = 1), next_seq bigint not null);

-- Findings over time. Locks the table against writing for as long as it takes: findings are few.
create index finding_by_time on finding (realm, raised_at);
