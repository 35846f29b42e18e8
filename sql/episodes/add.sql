insert into missing_episode (
  source_hmac, child_id, batch_id,
  category, started_at, start_precision, ended_at, end_precision, gender_category, placement_label, placement_location, host_la, missing_from, police_reported, police_ref, risk_level, found_by, row_hash
)
select
  staged.source_hmac, child.id, staged.batch_id,
  staged.category, staged.started_at, staged.start_precision, staged.ended_at, staged.end_precision, staged.gender_category, staged.placement_label, staged.placement_location, staged.host_la, staged.missing_from, staged.police_reported, staged.police_ref, staged.risk_level, staged.found_by, staged.row_hash
from staged_episode as staged
join child on child.source_hmac = staged.child_source_hmac
where staged.batch_id = :batch
on conflict (source_hmac) do nothing
