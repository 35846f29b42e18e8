-- What is sent twice, because the answer to the first was lost, is there once.
insert into meeting_child_note (id, meeting_id, child_id, words, at, by_name)
values (:id::uuid, :meetingId::uuid, :childId::uuid, :words::text, :at::timestamptz, :by::text)
on conflict (id) do nothing
