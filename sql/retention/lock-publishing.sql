-- Deleting waits for imports that are being published and for reports that are being placed, and they for it.
-- The number is that of imports/lock-publishing.sql.
select pg_advisory_xact_lock(7204002)
