select
  link.kind,
  json_build_object('id', from_one.id, 'name', from_one.name) as "from",
  json_build_object('id', to_one.id, 'name', to_one.name) as "to",
  link.why,
  link.person_name as by,
  to_char(link.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
from review_link as link
join hotspot_review as from_one on from_one.id = link.from_id
join hotspot_review as to_one on to_one.id = link.to_id
where link.from_id = :id::uuid or link.to_id = :id::uuid
order by link.at, link.id
