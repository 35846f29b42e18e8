insert into assessment_revision (hotspot_id, version, was) values (:hotspotId::uuid, :version::int, :was::jsonb)
