-- The hull of a station's stops with a margin around it, as GeoJSON in WGS84. A quarter of a circle has four corners.
select
  st_asgeojson(
    st_forcepolygonccw(st_transform(
      st_buffer(st_convexhull(st_collect(st_setsrid(st_makepoint(easting, northing), 27700))), :marginMetres::float8, 4),
      4326
    )),
    6
  )::json as geometry
from unnest(:eastings::float8[], :northings::float8[]) as stop (easting, northing)
