-- What has been given out at some time.
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
where patrol.id = any (:ids::uuid[]) and patrol.valid_from is not null
