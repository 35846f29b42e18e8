-- The tasks that can be visited, with today's visits, by place.
select patrol.id as "patrolId", patrol.number, review.name as "hotspotName", patrol.objective, patrol.risk_notes as "riskNotes", patrol.windows,
  patrol.dwell_minutes as "dwellMinutes", patrol.visits_a_day as "visitsADay", patrol.valid_to as "validTo",
  coalesce(done.visits, 0) as "visitsToday", to_char(done.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastStartedAt"
from patrol
join hotspot_review as review on review.id = patrol.hotspot_id
left join lateral (
  select count(*)::int as visits, max(visit.started_at) as last_at
  from patrol_visit as visit
  where visit.patrol_id = patrol.id
    and visit.started_at >= :today::date::timestamp at time zone 'Europe/London'
    and visit.started_at < (:today::date + 1)::timestamp at time zone 'Europe/London'
) as done on true
where patrol.state in ('tasked', 'active')
order by review.name collate "C", patrol.number
