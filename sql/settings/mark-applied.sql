update policy_proposal
set state = 'applied', applied_by_name = :personName, applied_at = now()
where id = :id and state = 'approved'
