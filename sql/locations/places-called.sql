-- The live places that go by a name, with a point inside each.
select
  p.id as "placeId", p.name, st_x(st_pointonsurface(p.geom)) as easting, st_y(st_pointonsurface(p.geom)) as northing
from place_name n
join place p on p.id = n.place_id
where p.retired_at is null and n.compared_name = :comparedName
