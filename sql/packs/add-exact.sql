insert into pack_exact (meeting_id, content) values (:meetingId::uuid, :content::jsonb)
