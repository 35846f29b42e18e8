select
  id,
  name,
  category,
  seed_group as "seedGroup",
  round(st_area(geom)::numeric / 10000, 2) as "areaHectares",
  st_asgeojson(st_forcepolygonccw(st_transform(geom, 4326)), 6)::json as geometry
from place
where id = any(:ids::uuid[])
