select
  run.id,
  run.period_from as "from",
  run.period_to as "to",
  run.method,
  run.method_version as version,
  to_char(run.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
  run.left_out as "leftOut",
  run.withheld_g2 as "withheldG2",
  picture.picture -> 'windows' as windows
from run
left join run_picture as picture on picture.run_id = run.id
where run.kind = 'month' and to_char(run.period_to - 1, 'YYYY-MM') = :month
