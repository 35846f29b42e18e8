-- Plans with how far their measures have come and the latest answer on their effect, in the order of the ids; what the reader's grant does not reach is null.
select
  plan.id,
  plan.number,
  plan.hotspot_id as "hotspotId",
  review.name as "hotspotName",
  plan.meeting_id as "meetingId",
  plan.objective,
  plan.response,
  plan.safety_goals as "safetyGoals",
  plan.lead_agency as "leadAgency",
  plan.lead_role as "leadRole",
  plan.owner_id as "ownerId",
  plan.owner_name as "ownerName",
  plan.owner_agency as "ownerAgency",
  plan.baseline_from as "baselineFrom",
  plan.starts_on as "startsOn",
  plan.evaluation_from as "evaluationFrom",
  plan.evaluation_to as "evaluationTo",
  plan.buffer_metres as "bufferMetres",
  plan.review_on as "reviewOn",
  plan.state,
  to_char(plan.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
  plan.ended_on as "endedOn",
  plan.version,
  analysis.content as analysis,
  coalesce(places.comparators, '[]') as comparators,
  coalesce(places.together, '[]') as together,
  measures.counted as measures,
  case when effect.id is not null then json_build_object(
    'word', effect.word, 'reason', effect.reason, 'sentence', effect.sentence, 'workedOutOn', effect.worked_out_on) end as effect
from plan
join hotspot_review as review on review.id = plan.hotspot_id
left join plan_analysis as analysis on analysis.plan_id = plan.id
left join lateral (
  select
    json_agg(json_build_object('placeId', place.id, 'name', place.name) order by place.name, place.id)
      filter (where chosen.use = 'comparator') as comparators,
    json_agg(json_build_object('placeId', place.id, 'name', place.name) order by place.name, place.id)
      filter (where chosen.use = 'together') as together
  from plan_place as chosen
  join place on place.id = chosen.place_id
  where chosen.plan_id = plan.id
) as places on true
left join lateral (
  select json_build_object(
    'proposed', count(*) filter (where measure.state = 'proposed'),
    'underWay', count(*) filter (where measure.state in ('authorised', 'active')),
    'completed', count(*) filter (where measure.state = 'completed'),
    'notTaken', count(*) filter (where measure.state in ('refused', 'expired'))
  ) as counted
  from plan_measure as measure
  where measure.plan_id = plan.id
) as measures on true
left join lateral (
  select plan_effect.* from plan_effect
  where plan_effect.plan_id = plan.id
  order by plan_effect.worked_out_at desc, plan_effect.id
  limit 1
) as effect on true
where plan.id = any (:ids::uuid[])
order by array_position(:ids::uuid[], plan.id)
