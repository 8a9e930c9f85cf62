-- The engine asks several times a second whose settle window has ended; few findings wait at any time.
create index finding_pending on finding (visible_at) where status = 'pending';
-- The list: worst first, and among equals the newest.
drop index finding_worst_first;
create index finding_worst_first on finding (realm, severity desc, rank desc, raised_at desc, id);
