select content from pack_group where meeting_id = :meetingId::uuid
