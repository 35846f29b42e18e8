-- Live places by any of their names, with a point inside each.
select
  place_name.compared_name as "comparedName",
  place.id as "placeId",
  st_x(st_pointonsurface(place.geom)) as easting,
  st_y(st_pointonsurface(place.geom)) as northing
from place_name
join place on place.id = place_name.place_id
where place.retired_at is null
  and place_name.compared_name = any(:comparedNames::text[])
