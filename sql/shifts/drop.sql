delete from patrol_shift where id = :id::uuid
