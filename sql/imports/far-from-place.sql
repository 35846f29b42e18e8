-- The rows whose point lies further from the place they name than allowed.
select given.row_number as row
from unnest(:rows::int[], :placeIds::uuid[], :eastings::float8[], :northings::float8[], :metres::float8[])
  as given (row_number, place_id, easting, northing, metres)
join place on place.id = given.place_id
where not st_dwithin(place.geom, st_setsrid(st_makepoint(given.easting, given.northing), 27700), given.metres)
