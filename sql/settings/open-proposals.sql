-- The change of each setting that is proposed, or approved and not applied yet: one a setting at most.
select
  id,
  name,
  value,
  reason,
  state,
  proposed_by_name as "proposedBy",
  to_char(proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "proposedAt",
  decided_by_name as "decidedBy",
  to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "decidedAt"
from policy_proposal
where state in ('proposed', 'approved')
