select
  version,
  change,
  to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt",
  was ->> 'name' as name,
  was ->> 'category' as category,
  was -> 'geometry' as geometry
from place_revision
where place_id = :id::uuid
order by version desc
