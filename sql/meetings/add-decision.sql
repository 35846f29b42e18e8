insert into decision (meeting_id, item_id, words, at, by_name)
select item.meeting_id, item.id, :words::text, :at::timestamptz, :by::text
from agenda_item as item
where item.id = :itemId::uuid and item.meeting_id = :meetingId::uuid
