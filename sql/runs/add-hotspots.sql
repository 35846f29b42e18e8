insert into run_hotspot (run_id, hotspot_id, rank, is_few, place_id, hotspot, withheld_g2, withheld_g3)
select :runId::uuid, hotspot_id, rank, is_few, place_id, hotspot, withheld_g2, withheld_g3
from unnest(:hotspotIds::uuid[], :ranks::int[], :areFew::boolean[], :placeIds::uuid[], :hotspots::jsonb[], :withheldG2::text[], :withheldG3::text[])
  as given (hotspot_id, rank, is_few, place_id, hotspot, withheld_g2, withheld_g3)
