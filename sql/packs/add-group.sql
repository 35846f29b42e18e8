insert into pack_group (meeting_id, content) values (:meetingId::uuid, :content::jsonb)
