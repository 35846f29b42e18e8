update session set last_seen_at = now() where id = :id
