insert into minutes_addendum (meeting_id, words, at, by_name, by_role)
values (:meetingId::uuid, :words::text, :at::timestamptz, :by::text, :role::text)
