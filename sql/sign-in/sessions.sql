select
  id,
  device,
  way,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
  to_char(last_seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSeenAt"
from session
where person_id = :personId
  and ended_at is null
  and last_seen_at > now() - make_interval(mins => :idleMinutes::int)
  and created_at > now() - make_interval(mins => :absoluteMinutes::int)
order by last_seen_at desc, id
