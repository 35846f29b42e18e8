-- What stands near each cluster's anchor, as hotspots/name-clusters.sql has it, but for what partners may not be pointed at: areas of
-- private addresses, and places near a protected setting that nobody has approved as public.
select
  c.ordinal::int as ordinal,
  (select p.name from place p
   where p.retired_at is null and p.category <> 'private_address_area' and st_dwithin(p.geom, c.geom, 500)
     and (exists (select from public_place_approval a where a.place_id = p.id)
       or not exists (select from protected_setting s where s.ended_at is null and st_dwithin(s.geom, p.geom, :protectedMetres::float8)))
   order by st_distance(p.geom, c.geom), p.name limit 1) as near,
  (select a.name from area a where a.kind = 'ward' and st_covers(a.geom, c.geom) order by a.name limit 1) as ward
from (
  select ordinal, st_setsrid(st_makepoint(x, y), 27700) as geom
  from unnest(:eastings::float8[], :northings::float8[]) with ordinality as u (x, y, ordinal)
) c
order by c.ordinal
