-- Steps that were taken after a pack was frozen, the latest first, with how many there are. The meetings' own are left out. Those whose grant
-- reaches some places are told of the places alone: a step of another thing tells of what they may not see.
select
  step.thing,
  step.thing_id as "thingId",
  step.hotspot_id as "hotspotId",
  review.name as "hotspotName",
  step.step,
  step.to_state as "toState",
  to_char(step.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
  step.role,
  step.agency,
  count(*) over () as "stepsTaken"
from step
left join hotspot_review as review on review.id = step.hotspot_id
where step.at > (select pack.frozen_at from pack where pack.meeting_id = :meetingId::uuid) and step.thing <> 'meeting'
  and (current_setting('app.reach', true) = 'all' or step.thing = 'review')
order by step.at desc, step.id desc
limit 100
