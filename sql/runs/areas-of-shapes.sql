-- Of each shared shape (GeoJSON, WGS84): the areas it touches, and the ward and police neighbourhood that hold its anchor.
select
  coalesce((select array_agg(area.id order by area.id) from area where st_intersects(area.geom, shape.geom)), '{}') as "areaIds",
  (select area.name from area where area.kind = 'ward' and st_covers(area.geom, shape.anchor) order by area.code limit 1) as ward,
  (select area.code from area where area.kind = 'police_neighbourhood' and st_covers(area.geom, shape.anchor) order by area.code limit 1) as "sntCode"
from (
  select
    ordinal,
    st_transform(st_setsrid(st_geomfromgeojson(geojson), 4326), 27700) as geom,
    st_setsrid(st_makepoint(easting, northing), 27700) as anchor
  from unnest(:shapes::text[], :eastings::float8[], :northings::float8[]) with ordinality as given (geojson, easting, northing, ordinal)
) as shape
order by shape.ordinal
