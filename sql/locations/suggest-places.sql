-- For each of these names the five live places whose own are most like it.
select
  given.compared_name as "comparedName",
  likely."placeId",
  likely.name,
  likely.category,
  likely.similarity,
  st_x(st_pointonsurface(likely.geom)) as easting,
  st_y(st_pointonsurface(likely.geom)) as northing
from unnest(:comparedNames::text[]) with ordinality as given (compared_name, ordinal)
cross join lateral (
  select
    p.id as "placeId", p.name, p.category, p.geom, max(similarity(n.compared_name, given.compared_name))::float8 as similarity
  from place_name n
  join place p on p.id = n.place_id
  where p.retired_at is null and similarity(n.compared_name, given.compared_name) >= :leastSimilarity::float8
  group by p.id
  order by similarity desc, p.name, p.id
  limit 5
) as likely
order by given.ordinal, likely.similarity desc, likely.name
