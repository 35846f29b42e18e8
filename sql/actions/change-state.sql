update action
set state = :to::text, evidence = :evidence::text, escalated_to = :escalatedTo::text, version = version + 1
where id = :id::uuid and version = :version::int
