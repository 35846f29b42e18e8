select effect_id as id, encode(input_hash, 'hex') as "inputHash", exact
from plan_effect_exact
where plan_id = :planId::uuid
order by worked_out_at desc, effect_id
limit 1
