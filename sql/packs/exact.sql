select content from pack_exact where meeting_id = :meetingId::uuid
