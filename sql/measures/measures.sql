-- Place-based measures as far as the reader's grant reaches, with the steps that were taken; those to do something about first.
select
  measure.id,
  measure.plan_id as "planId",
  measure.hotspot_id as "hotspotId",
  review.name as "hotspotName",
  measure.meeting_id as "meetingId",
  measure.code,
  measure.detail,
  measure.lead_agency as "leadAgency",
  measure.legal_basis as "legalBasis",
  measure.authorised_by_rank as "authorisedByRank",
  measure.starts_on as "startsOn",
  measure.ends_on as "endsOn",
  measure.outcome,
  measure.state,
  to_char(measure.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
  measure.proposed_by as "proposedBy",
  measure.proposed_agency as "proposedAgency",
  measure.version,
  coalesce((
    select json_agg(json_build_object(
      'step', step.step, 'from', step.from_state, 'to', step.to_state,
      'at', to_char(step.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'by', step.person_name, 'role', step.role, 'agency', step.agency, 'why', step.why) order by step.id)
    from step
    where step.thing = 'measure' and step.thing_id = measure.id
  ), '[]') as taken
from plan_measure as measure
join hotspot_review as review on review.id = measure.hotspot_id
where (:id::uuid is null or measure.id = :id::uuid)
  and (:planId::uuid is null or measure.plan_id = :planId::uuid)
  and (:hotspotId::uuid is null or measure.hotspot_id = :hotspotId::uuid)
order by
  array_position(array['active', 'authorised', 'proposed', 'expired', 'completed', 'refused'], measure.state),
  measure.ends_on nulls last,
  measure.since,
  measure.id
limit 200
