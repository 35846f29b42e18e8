insert into meeting_child_note (meeting_id, child_id, words, at, by_name)
values (:meetingId::uuid, :childId::uuid, :words::text, :at::timestamptz, :by::text)
