select
  approval.place_id as "placeId",
  place.name,
  approval.reason,
  approval.approved_by as "approvedBy",
  to_char(approval.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "approvedAt"
from public_place_approval as approval
join place on place.id = approval.place_id
where :placeId::uuid is null or approval.place_id = :placeId
order by place.name, place.id
