-- Publishing takes turns, so that each sees what the one before it made of children and references.
select pg_advisory_xact_lock(7204002)
