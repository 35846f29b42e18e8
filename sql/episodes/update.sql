update missing_episode as episode
set
  child_id = child.id,
  category = staged.category,
  started_at = staged.started_at,
  start_precision = staged.start_precision,
  ended_at = staged.ended_at,
  end_precision = staged.end_precision,
  gender_category = staged.gender_category,
  placement_label = staged.placement_label,
  placement_location = staged.placement_location,
  host_la = staged.host_la,
  missing_from = staged.missing_from,
  police_reported = staged.police_reported,
  police_ref = staged.police_ref,
  risk_level = staged.risk_level,
  found_by = staged.found_by,
  row_hash = staged.row_hash,
  version = episode.version + 1,
  batch_id = :batch,
  updated_at = now()
from staged_episode as staged
join child on child.source_hmac = staged.child_source_hmac
where staged.batch_id = :batch
  and episode.source_hmac = staged.source_hmac
