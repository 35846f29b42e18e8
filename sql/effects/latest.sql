-- The latest answer to whether a plan did anything, in words; a plan without one has a row with nulls.
select
  plan.state,
  effect.id,
  effect.worked_out_on as "workedOutOn",
  to_char(effect.worked_out_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "workedOutAt",
  effect.word,
  effect.reason,
  effect.sentence,
  effect.told
from plan
left join lateral (
  select plan_effect.* from plan_effect
  where plan_effect.plan_id = plan.id
  order by plan_effect.worked_out_at desc, plan_effect.id
  limit 1
) as effect on true
where plan.id = :planId::uuid
