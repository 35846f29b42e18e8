-- Not by whoever proposed it.
update policy_proposal
set state = :state, decided_by_name = :personName, decided_at = now()
where id = :id and state = 'proposed' and proposed_by <> :personId
