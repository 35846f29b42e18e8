insert into run_listed (run_id, hotspot_id, rank, hotspot)
select :runId::uuid, hotspot_id, rank, hotspot
from unnest(:hotspotIds::uuid[], :ranks::int[], :hotspots::jsonb[]) as given (hotspot_id, rank, hotspot)
