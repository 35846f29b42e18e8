select name, agency from person where id = :ownerId::uuid and disabled_at is null
