update person set password_hash = :passwordHash, version = version + 1, updated_at = now() where id = :id
