-- In use, and within reach of the shape that partners see.
with spot as (
  select st_transform(st_setsrid(st_geomfromgeojson(geometry::text), 4326), 27700) as geom from hotspot_review where id = :reviewId::uuid
)
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
  to_char(safe_place.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt",
  (round(st_distance(safe_place.geom, spot.geom)::numeric / 10) * 10)::int as "distanceMetres"
from safe_place, spot
where safe_place.retired_at is null and st_dwithin(safe_place.geom, spot.geom, :metres::float8)
order by st_distance(safe_place.geom, spot.geom), safe_place.name, safe_place.id
