select id, name, value, state, proposed_by as "proposedBy" from policy_proposal where id = :id
