-- Patrol tasks of a place that were given out, with what was done on them between two moments.
select
  patrol.windows,
  patrol.dwell_minutes as "dwellMinutes",
  patrol.visits_a_day as "visitsADay",
  patrol.valid_from as "validFrom",
  case when patrol.state in ('completed', 'debriefed') then least(patrol.valid_to, (patrol.since at time zone 'Europe/London')::date)
    else patrol.valid_to end as "validTo",
  coalesce(dose.visits, 0) as visits,
  coalesce(dose.minutes, 0) as minutes,
  coalesce(dose.engagements + dose.safeguarding_actions, 0) as "welfareContacts",
  coalesce(dose.stop_and_search + dose.other_enforcement, 0) as enforcement
from patrol
left join patrol_dose(
  array(select id from patrol where hotspot_id = :hotspotId::uuid), :fromMoment::timestamptz, :toMoment::timestamptz
) as dose on dose.patrol_id = patrol.id
where patrol.hotspot_id = :hotspotId::uuid and patrol.valid_from is not null
