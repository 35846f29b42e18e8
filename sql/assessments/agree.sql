update assessment
set agreed_on = :agreedOn::date, agreed_by = :agreedBy::text, version = version + 1
where hotspot_id = :hotspotId::uuid and version = :version::int
