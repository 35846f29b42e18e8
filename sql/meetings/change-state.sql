update meeting set state = :to::text, version = version + 1 where id = :id::uuid and version = :version::int
