insert into plan_effect_exact (effect_id, plan_id, worked_out_at, input_hash, exact)
values (:id::uuid, :planId::uuid, :now::timestamptz, :inputHash::bytea, :exact::jsonb)
