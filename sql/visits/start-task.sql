update patrol set state = :state::text, since = :now::timestamptz, version = version + 1
where id = :patrolId::uuid and state <> :state::text
