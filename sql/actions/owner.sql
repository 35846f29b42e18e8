select id, name, role, agency from person where id = :id::uuid and disabled_at is null
