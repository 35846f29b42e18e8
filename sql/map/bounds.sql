-- The box of the partnership's area, else of all areas, else of the places that are in use (WGS84); no row where there is nothing.
with shown as (
  select geom from area where kind = 'partnership'
  union all
  select geom from area where not exists (select from area where kind = 'partnership')
  union all
  select geom from place where retired_at is null and not exists (select from area)
), box as (
  select st_transform(st_setsrid(st_extent(geom)::geometry, 27700), 4326) as geom from shown
)
select st_xmin(geom) as west, st_ymin(geom) as south, st_xmax(geom) as east, st_ymax(geom) as north
from box
where geom is not null
