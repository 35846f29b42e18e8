insert into plan (
  id, hotspot_id, meeting_id, objective, response, safety_goals, lead_agency, lead_role, owner_id, owner_name, owner_agency,
  baseline_from, starts_on, evaluation_from, evaluation_to, buffer_metres, review_on, state, since
)
values (
  :id::uuid, :hotspotId::uuid, :meetingId::uuid, :objective::text, :response::text, :safetyGoals::jsonb, :leadAgency::text, :leadRole::text,
  :ownerId::uuid, :ownerName::text, :ownerAgency::text, :baselineFrom::date, :startsOn::date, :evaluationFrom::date, :evaluationTo::date,
  :bufferMetres::int, :reviewOn::date, :state::text, :now::timestamptz
)
