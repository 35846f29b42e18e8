select version, was, changed_by as "changedBy", to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
from plan_revision
where plan_id = :planId::uuid
order by version desc
