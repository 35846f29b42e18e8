insert into reason_given (session_id, subject, code, words) values (:sessionId, :subject, :code, :words)
on conflict (session_id, subject) do update set code = excluded.code, words = excluded.words, given_at = now()
