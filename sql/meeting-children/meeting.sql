select id as "meetingId", month, state from meeting where id = :meetingId::uuid
