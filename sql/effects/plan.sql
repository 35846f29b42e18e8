-- What a plan is judged by, and the shape of its place on the National Grid, metres.
select
  plan.id,
  plan.hotspot_id as "hotspotId",
  review.name as "hotspotName",
  review.place_id as "placeId",
  st_asgeojson(hotspot_shape(review.geometry), 1)::json as geometry,
  plan.baseline_from as "baselineFrom",
  plan.starts_on as "startsOn",
  plan.evaluation_from as "evaluationFrom",
  plan.evaluation_to as "evaluationTo",
  plan.buffer_metres as "bufferMetres",
  plan.state
from plan
join hotspot_review as review on review.id = plan.hotspot_id
where plan.id = :planId::uuid
