update agenda_item
set title = :title::text, notes = :notes::text, version = version + 1
where id = :id::uuid and meeting_id = :meetingId::uuid and version = :version::int
