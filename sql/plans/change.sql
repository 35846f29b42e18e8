update plan
set objective = :objective::text, response = :response::text, safety_goals = :safetyGoals::jsonb, lead_agency = :leadAgency::text,
  lead_role = :leadRole::text, owner_id = :ownerId::uuid, owner_name = :ownerName::text, owner_agency = :ownerAgency::text,
  baseline_from = :baselineFrom::date, starts_on = :startsOn::date, evaluation_from = :evaluationFrom::date,
  evaluation_to = :evaluationTo::date, buffer_metres = :bufferMetres::int, review_on = :reviewOn::date, version = version + 1
where id = :id::uuid and version = :version::int
