select id as "placeId", name, st_x(st_pointonsurface(geom)) as easting, st_y(st_pointonsurface(geom)) as northing
from place
where id = :id::uuid and retired_at is null
