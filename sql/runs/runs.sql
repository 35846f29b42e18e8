select
  id,
  kind,
  to_char(period_to - 1, 'YYYY-MM') as month,
  period_from as "from",
  period_to as "to",
  method,
  method_version as "methodVersion",
  withheld_g2 as "withheldG2",
  withheld_g3 as "withheldG3",
  made_by as "madeBy",
  to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"
from run
where :kind::text is null or kind = :kind
order by period_to desc, kind
