select step, from_state as "from", to_state as "to", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, person_name as by, role, agency, why
from step
where thing = :thing::text and thing_id = :thingId::uuid
order by id
