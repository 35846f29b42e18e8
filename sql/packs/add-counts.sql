insert into pack_place_count (meeting_id, hotspot_id, content)
select :meetingId::uuid, hotspot_id, content
from unnest(:hotspotIds::uuid[], :contents::jsonb[]) as given (hotspot_id, content)
