-- Whoever places, joins or enters reports waits for imports that are being published and for places that are being moved, and they for him.
-- The number is that of imports/lock-publishing.sql.
select pg_advisory_xact_lock(7204002)
