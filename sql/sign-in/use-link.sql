-- No row: it was used meanwhile, or its time is over.
update sign_in_link set used_at = now() where digest = :digest and used_at is null and expires_at > now()
