select patrol.id, patrol.number, patrol.hotspot_id as "hotspotId", review.name as "hotspotName", review.category, review.geometry,
  review.is_approximate as "isApproximate", patrol.state, patrol.objective, patrol.windows, patrol.dwell_minutes as "dwellMinutes",
  patrol.visits_a_day as "visitsADay", patrol.activities, patrol.risk_notes as "riskNotes", patrol.briefing,
  patrol.valid_from as "validFrom", patrol.valid_to as "validTo",
  coalesce((
    select array_agg(area.name order by area.name collate "C")
    from area
    where area.id = any (review.area_ids) and area.kind = 'police_neighbourhood'
  ), '{}') as "areaNames"
from patrol
join hotspot_review as review on review.id = patrol.hotspot_id
where patrol.id = :id::uuid
