insert into plan_place (plan_id, place_id, use)
select :planId::uuid, chosen.place_id, chosen.use
from unnest(:placeIds::uuid[], :uses::text[]) as chosen (place_id, use)
