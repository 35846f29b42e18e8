-- Those that still count come first.
select
  id,
  kind,
  name,
  source_ref as ref,
  st_asgeojson(st_transform(geom, 4326), 6)::json as geometry,
  to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt",
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"
from protected_setting
where :id::uuid is null or id = :id
order by ended_at is not null, name, id
