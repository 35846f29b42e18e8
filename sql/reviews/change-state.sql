update hotspot_review
set state = :to::text, since = :at::timestamptz, merged_into = :mergedInto::uuid, version = version + 1
where id = :id::uuid and version = :version::int
