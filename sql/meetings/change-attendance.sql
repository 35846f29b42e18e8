update meeting_attendance
set status = :status::text, version = version + 1
where id = :id::uuid and meeting_id = :meetingId::uuid and version = :version::int
