select
  safe_place.id,
  safe_place.kind,
  safe_place.name,
  st_asgeojson(
    st_transform(case when st_numgeometries(safe_place.geom) = 1 then st_geometryn(safe_place.geom, 1) else safe_place.geom end, 4326),
    6
  )::json as geometry,
  safe_place.open_hours as "openHours",
  safe_place.contact_role as "contactRole",
  safe_place.notes,
  safe_place.version,
  to_char(safe_place.retired_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "retiredAt",
  safe_place.retired_why as "retiredWhy",
  safe_place.changed_by as "changedBy",
  to_char(safe_place.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
from safe_place
where case :retired::text when 'false' then retired_at is null when 'only' then retired_at is not null else true end
  and (:afterName::text is null or (safe_place.name collate "C", safe_place.id) > (:afterName::text collate "C", :afterId::uuid))
order by safe_place.name collate "C", safe_place.id
limit :limit::int
