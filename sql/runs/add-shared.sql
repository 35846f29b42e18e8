insert into run_shared (run_id, hotspot_id, rank, place_id, area_ids, hotspot)
select :runId::uuid, hotspot_id, rank, place_id, array(select jsonb_array_elements_text(area_ids))::uuid[], hotspot
from unnest(:hotspotIds::uuid[], :ranks::int[], :placeIds::uuid[], :areaIds::jsonb[], :hotspots::jsonb[])
  as given (hotspot_id, rank, place_id, area_ids, hotspot)
