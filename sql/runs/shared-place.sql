select
  id,
  name,
  category,
  st_asgeojson(st_forcepolygonccw(st_transform(geom, 4326)), 6)::json as geometry
from place
where id = :id and retired_at is null
