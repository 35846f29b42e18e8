select
  share.id,
  child.reference,
  case when person.id is not null then json_build_object('id', person.id, 'name', person.name) end as person,
  share.role,
  to_char(share.shared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sharedAt"
from child_share as share
join child on child.id = share.child_id
left join person on person.id = share.person_id
where :id::uuid is null or share.id = :id
order by child.reference, share.shared_at, share.id
