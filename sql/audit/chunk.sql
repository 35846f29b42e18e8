-- The next lines of the chain as their hashes were made over them.
select
  seq,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  action,
  person_id as "personId",
  username,
  role,
  agency,
  object_type as "objectType",
  object_id as "objectId",
  reason_code as "reasonCode",
  reason_words as "reasonWords",
  request_id as "requestId",
  details,
  previous_hash as "previousHash",
  hash
from audit_line
where seq > :after::bigint
  and (not :onlyErasures::boolean or (action = 'erasure' and object_type = 'audit_line'))
order by seq
-- Null: all.
limit :limit::int
