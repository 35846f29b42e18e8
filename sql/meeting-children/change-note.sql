update meeting_child_note
set words = :words::text, version = version + 1
where id = :id::uuid and meeting_id = :meetingId::uuid and version = :version::int
