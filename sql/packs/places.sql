-- What the row policies let the reader see of a pack's places, and of what is counted there.
select place.content as place, counted.content as counted
from pack_place as place
left join pack_place_count as counted using (meeting_id, hotspot_id)
where place.meeting_id = :meetingId::uuid
order by (counted.content -> 'shown' ->> 'rank')::int nulls last, place.content ->> 'name', place.hotspot_id
