-- What is sent twice, because the answer to the first was lost, is there once.
insert into minutes_addendum (id, meeting_id, words, at, by_name, by_role)
values (:id::uuid, :meetingId::uuid, :words::text, :at::timestamptz, :by::text, :role::text)
on conflict (id) do nothing
