-- The engine asks four times a second whose settle window has ended; few findings wait at any time.
create index finding_pending on finding (visible_at) where status = 'pending';
