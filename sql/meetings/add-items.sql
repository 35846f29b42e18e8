insert into agenda_item (meeting_id, position, title, hotspot_id)
select :meetingId::uuid, given.position, given.title, given.hotspot_id
from unnest(:positions::int[], :titles::text[], :hotspotIds::uuid[]) as given (position, title, hotspot_id)
on conflict (meeting_id, hotspot_id) do nothing
