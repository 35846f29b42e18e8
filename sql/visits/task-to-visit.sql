-- Held until the visit is in, so that two first visits begin the task once.
select patrol.id, patrol.hotspot_id as "hotspotId", patrol.state, (
  select max(step.at) from step where step.thing = 'patrol' and step.thing_id = patrol.id and step.to_state = 'tasked'
) as "givenOutAt"
from patrol
where patrol.id = :patrolId::uuid
for update of patrol
