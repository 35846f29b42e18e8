-- Live places by any of their names, each once by its likeliest, with a point inside it.
select
  p.id as "placeId",
  p.name,
  p.category,
  m.similarity,
  st_x(st_pointonsurface(p.geom)) as easting,
  st_y(st_pointonsurface(p.geom)) as northing
from (
  select
    place_id,
    max(case when compared_name = :words then 1 else least(similarity(compared_name, :words), 0.99) end)::float8 as similarity
  from place_name
  where similarity(compared_name, :words) >= 0.2 or strpos(compared_name, :words) > 0
  group by place_id
) m
join place p on p.id = m.place_id
where p.retired_at is null
order by m.similarity desc, p.name, p.id
limit 20
