update policy_proposal
set state = 'withdrawn', decided_by_name = :personName, decided_at = now()
where id = :id and state in ('proposed', 'approved')
