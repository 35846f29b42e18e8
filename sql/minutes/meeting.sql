select
  meeting.id as "meetingId",
  meeting.month,
  meeting.held_on as "heldOn",
  meeting.venue,
  meeting.state,
  (select json_build_object('by', step.person_name, 'at', to_char(step.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
   from step where step.thing = 'meeting' and step.thing_id = meeting.id and step.step = 'agree' order by step.id desc limit 1) as agreed
from meeting
where meeting.id = :meetingId::uuid
