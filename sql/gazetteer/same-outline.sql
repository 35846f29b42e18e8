-- Whether an outline is the one that stands, to the six decimals that leave the service. Both go the same way there and back.
with given as (
  select st_forcepolygonccw(st_multi(st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700))) as geom
)
select st_asgeojson(st_transform(place.geom, 4326), 6) = st_asgeojson(st_transform(given.geom, 4326), 6) as same
from place, given
where place.id = :id::uuid
