insert into pack (meeting_id, run_id, month, previous_id, frozen_at, content, hash)
values (:meetingId::uuid, :runId::uuid, :month, :previousId::uuid, :frozenAt::timestamptz, :content::jsonb, :hash::bytea)
