-- A page of patrol tasks: to triage, running (the first to expire first), to debrief, over (the latest first).
select id, key
from (
  select patrol.id, case
      when patrol.state in ('requested', 'triaged') then '0 ' || to_char(patrol.requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
      when patrol.state in ('tasked', 'active') then '1 ' || to_char(patrol.valid_to, 'YYYY-MM-DD')
      when patrol.state in ('expired', 'completed') then '2 ' || to_char(patrol.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
      else '3 ' || lpad((100000 - ((patrol.since at time zone 'UTC')::date - date '2000-01-01'))::text, 6, '0')
    end collate "C" as key
  from patrol
  where (:hotspotId::uuid is null or patrol.hotspot_id = :hotspotId::uuid)
    and (:meetingId::uuid is null or patrol.meeting_id = :meetingId::uuid)
    and (:state::text is null or patrol.state = :state::text)
) as listed
where :afterKey::text is null or (key, id) > (:afterKey::text collate "C", :afterId::uuid)
order by key, id
limit :limit::int
