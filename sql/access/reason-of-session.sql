select code, words from reason_given where session_id = :sessionId and subject = :subject
