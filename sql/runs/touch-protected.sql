-- Of each shape (GeoJSON, WGS84), whether a protected setting lies within the distance that the partnership keeps.
select
  exists (
    select from protected_setting as setting
    where setting.ended_at is null
      and st_dwithin(setting.geom, st_transform(st_setsrid(st_geomfromgeojson(shape.geojson), 4326), 27700), :protectedMetres::float8)
  ) as touches
from unnest(:shapes::text[]) with ordinality as shape (geojson, ordinal)
order by shape.ordinal
