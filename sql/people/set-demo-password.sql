update person set password_hash = :passwordHash where id = :id
