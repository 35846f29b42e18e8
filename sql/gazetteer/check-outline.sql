-- What is to be known of a drawn outline before it is taken. Shapes that cross themselves have no area worth the name.
with given as (
  select st_multi(st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700)) as geom
), checked as (
  select geom, st_isvaliddetail(geom) as detail from given
), spot as (
  select st_transform(st_setsrid((detail).location, 27700), 4326) as point from checked
)
select
  (detail).valid as "isValid",
  (detail).reason as reason,
  st_x(point) as longitude,
  st_y(point) as latitude,
  case when (detail).valid then st_area(geom) end as "squareMetres",
  case when (detail).valid then st_x(st_pointonsurface(geom)) end as easting,
  case when (detail).valid then st_y(st_pointonsurface(geom)) end as northing
from checked, spot
