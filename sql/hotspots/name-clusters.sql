-- What stands near each cluster's centre, so that a person knows where it is.
select
  c.ordinal::int as ordinal,
  (select p.name from place p
   where p.retired_at is null and st_dwithin(p.geom, c.geom, 500)
   order by st_distance(p.geom, c.geom), p.name limit 1) as near,
  (select a.name from area a where a.kind = 'ward' and st_covers(a.geom, c.geom) order by a.name limit 1) as ward
from (
  select ordinal, st_setsrid(st_makepoint(x, y), 27700) as geom
  from unnest(:eastings::float8[], :northings::float8[]) with ordinality as u (x, y, ordinal)
) c
order by c.ordinal
