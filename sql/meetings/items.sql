select id, position, title, hotspot_id as "hotspotId", notes, version
from agenda_item
where meeting_id = :meetingId::uuid
order by position, id
