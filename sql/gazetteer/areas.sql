select
  id,
  kind,
  code,
  name,
  is_invented as "isInvented",
  source,
  case when :withGeometry then st_asgeojson(
    st_forcepolygonccw(st_transform(case when st_numgeometries(geom) = 1 then st_geometryn(geom, 1) else geom end, 4326)), 6
  )::json end as geometry
from area
where :kind::text is null or kind = :kind
order by kind, name collate "C", code
