-- Patrols that are asked for, given out or under way, and those that were visited in a month or changed since it began, with what was delivered.
select
  patrol.id,
  patrol.hotspot_id as "hotspotId",
  patrol.state,
  patrol.valid_to as "validTo",
  done.visits,
  done.visits_in_month as "visitsInMonth",
  done.minutes_in_month as "minutesInMonth"
from patrol
cross join lateral (
  select
    count(*)::int as visits,
    (count(*) filter (where visit.started_at >= :from::timestamptz and visit.started_at < :to::timestamptz))::int as visits_in_month,
    coalesce(round(sum(extract(epoch from visit.ended_at - visit.started_at))
      filter (where visit.started_at >= :from::timestamptz and visit.started_at < :to::timestamptz) / 60), 0)::int as minutes_in_month
  from patrol_visit as visit
  where visit.patrol_id = patrol.id and visit.ended_at is not null
) as done
where patrol.state in ('requested', 'triaged', 'tasked', 'active') or done.visits_in_month > 0 or patrol.since >= :from::timestamptz
order by patrol.requested_at, patrol.id
