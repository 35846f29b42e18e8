-- What is sent twice, because the answer to the first was lost, is there once.
insert into decision (id, meeting_id, item_id, words, at, by_name)
select :id::uuid, item.meeting_id, item.id, :words::text, :at::timestamptz, :by::text
from agenda_item as item
where item.id = :itemId::uuid and item.meeting_id = :meetingId::uuid
on conflict (id) do nothing
