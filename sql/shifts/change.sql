update patrol_shift set day = :day::date, from_time = :from::text, to_time = :to::text, how = :how::text, version = version + 1
where id = :id::uuid and version = :version::int
