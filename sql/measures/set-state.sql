update plan_measure
set state = :state::text, since = :now::timestamptz, authorised_by_rank = :authorisedByRank::text, outcome = :outcome::text,
  starts_on = :startsOn::date, version = version + 1
where id = :id::uuid and version = :version::int
