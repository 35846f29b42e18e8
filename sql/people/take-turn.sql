-- Two who would each shut the other out take turns: a statement of its own, so that the count after it sees what the other has done.
select pg_advisory_xact_lock(7204004)
