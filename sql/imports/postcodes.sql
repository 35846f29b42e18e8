select postcode, st_x(geom) as easting, st_y(geom) as northing
from postcode
where postcode = any(:postcodes::text[])
