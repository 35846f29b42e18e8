select id, title, words, version from minutes_section where meeting_id = :meetingId::uuid order by position
