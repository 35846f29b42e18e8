insert into audit_line (
  seq, at, action, person_id, username, role, agency, object_type, object_id, reason_code, reason_words, request_id, details, previous_hash, hash
)
select seq, at::timestamptz, action, person_id, username, role, agency, object_type, object_id, reason_code, reason_words, request_id, details, previous_hash, hash
from unnest(
  :seqs::bigint[], :ats::text[], :actions::text[], :personIds::uuid[], :usernames::text[], :roles::text[], :agencies::text[],
  :objectTypes::text[], :objectIds::text[], :reasonCodes::text[], :reasonWords::text[], :requestIds::uuid[], :details::text[],
  :previousHashes::bytea[], :hashes::bytea[]
) as line (seq, at, action, person_id, username, role, agency, object_type, object_id, reason_code, reason_words, request_id, details, previous_hash, hash)
