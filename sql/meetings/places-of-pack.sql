-- The month's places by rank, then those that are followed though the month does not show them.
select place.hotspot_id as "hotspotId", place.content ->> 'name' as name
from pack_place as place
join pack_place_count as counted using (meeting_id, hotspot_id)
where place.meeting_id = :meetingId::uuid
order by (counted.content -> 'shown' ->> 'rank')::int nulls last, place.content ->> 'name', place.hotspot_id
