select patrol.id as "patrolId", patrol.number, patrol.hotspot_id as "hotspotId", review.name as "hotspotName", review.geometry,
  review.is_approximate as "isApproximate", patrol.state, patrol.windows, patrol.dwell_minutes as "dwellMinutes",
  patrol.visits_a_day as "visitsADay", patrol.valid_from as "validFrom", patrol.valid_to as "validTo",
  (select shared.hotspot #> '{findings,windows}'
   from run_shared as shared
   join run on run.id = shared.run_id
   where shared.hotspot_id = patrol.hotspot_id and run.kind = 'month'
   order by run.period_to desc
   limit 1) as "bestWindows"
from patrol
join hotspot_review as review on review.id = patrol.hotspot_id
where patrol.state in ('tasked', 'active') and :day::date between patrol.valid_from and patrol.valid_to
order by review.name collate "C", patrol.number
