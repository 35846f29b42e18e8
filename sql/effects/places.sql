-- The places that a plan is compared with, or judged together with, on the National Grid, metres; retired ones too.
select chosen.use, place.id as "placeId", place.name, st_asgeojson(place.geom, 1)::json as geometry
from plan_place as chosen
join place on place.id = chosen.place_id
where chosen.plan_id = :planId::uuid
order by place.name, place.id
