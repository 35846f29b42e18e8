-- The area of a kind and code, and whether the file says of it what stands here.
with given as (
  select st_forcepolygonccw(st_multi(st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700))) as geom
)
select
  area.id,
  area.name = :name and area.is_invented = :isInvented and area.source = :source
    and st_asgeojson(st_transform(area.geom, 4326), 6) = st_asgeojson(st_transform(given.geom, 4326), 6) as "isSame"
from area, given
where kind = :kind and code = :code
