-- Two people who name or move places take turns, so that no name is taken twice. Any number, the same in every version.
select pg_advisory_xact_lock(7204002)
