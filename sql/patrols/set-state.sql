-- No row: somebody changed it first. A task has its days from the step that gives it out.
update patrol set state = :state::text, since = :now::timestamptz,
  valid_from = coalesce(:validFrom::date, valid_from), valid_to = coalesce(:validTo::date, valid_to), version = version + 1
where id = :id::uuid and version = :version::int
