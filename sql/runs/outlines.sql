-- Every named place that is in use, in British National Grid metres, the smallest first: the order in which a point finds its place.
select
  id as "placeId",
  name,
  st_asgeojson(geom, 3)::json as geometry,
  st_area(geom) as "squareMetres"
from place
where retired_at is null
order by st_area(geom), id
