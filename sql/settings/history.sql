select
  was,
  value,
  changed_by as "changedBy",
  to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
from policy_setting_change
where name = :name
order by id desc
limit 200
