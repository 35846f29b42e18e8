insert into policy_proposal (id, name, value, reason, proposed_by, proposed_by_name)
values (:id, :name, :value::jsonb, :reason, :personId, :personName)
