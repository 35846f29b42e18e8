insert into safe_place_revision (safe_place_id, version, was) values (:id::uuid, :version::int, :was::jsonb)
