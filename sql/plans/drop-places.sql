delete from plan_place where plan_id = :planId::uuid
