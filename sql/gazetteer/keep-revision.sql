insert into place_revision (place_id, version, was, change)
values (:id::uuid, :version::int, :was::jsonb, :change)
