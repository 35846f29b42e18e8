select content, encode(hash, 'hex') as hash from pack where meeting_id = :meetingId::uuid
