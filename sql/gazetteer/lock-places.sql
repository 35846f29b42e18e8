-- Whoever names or moves a place, or loads areas, waits for imports that are being published, and they for him: names are taken once, and no report is given a place
-- that has just moved away. The number is that of imports/lock-publishing.sql.
select pg_advisory_xact_lock(7204002)
