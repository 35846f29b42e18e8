-- Inserts postcodes and moves those that have moved; gives a row for each that is new or moved. In their order, so that two loads at once
-- take turns and do not wait for each other for ever.
insert into postcode as kept (postcode, geom)
select postcode, st_setsrid(st_makepoint(easting, northing), 27700)
from unnest(:postcodes::text[], :eastings::float8[], :northings::float8[]) as given (postcode, easting, northing)
order by postcode
on conflict (postcode) do update set geom = excluded.geom
  where st_x(kept.geom) <> st_x(excluded.geom) or st_y(kept.geom) <> st_y(excluded.geom)
returning (xmax = 0) as "isNew"
