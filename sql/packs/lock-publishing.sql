-- While a pack is frozen no file is published and no report placed or joined, so that it counts all of them or none.
-- The number is that of imports/lock-publishing.sql.
select pg_advisory_xact_lock(7204002)
