update plan
set state = :state::text, since = :now::timestamptz, ended_on = :endedOn::date, review_on = :reviewOn::date,
  evaluation_to = :evaluationTo::date, version = version + 1
where id = :id::uuid and version = :version::int
