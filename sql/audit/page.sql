-- Lines of the log, the newest first, after the line that a page ended with.
select
  seq,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
  action,
  username,
  role,
  agency,
  object_type as "objectType",
  object_id as "objectId",
  reason_code as "reasonCode",
  reason_words as "reasonWords",
  request_id as "requestId",
  details
from audit_line
where (:before::bigint is null or seq < :before)
  and (:from::timestamptz is null or at >= :from)
  and (:to::timestamptz is null or at < :to)
  and (:person::text is null or username = :person or person_id::text = :person)
  and (:action::text is null or action = :action)
  and (:objectType::text is null or object_type = :objectType)
order by seq desc
limit :limit::int
