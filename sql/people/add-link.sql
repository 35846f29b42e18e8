insert into sign_in_link (digest, person_id, expires_at) values (:digest, :personId, now() + make_interval(days => :days::int))
