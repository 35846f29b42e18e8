-- Lines are chained one after another, whichever process writes them.
select pg_advisory_xact_lock(7204003)
