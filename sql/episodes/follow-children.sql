-- An episode that turns out to be another child's takes along the reports that stood under it with the old child.
update location_report as report
set child_id = child.id, version = report.version + 1, updated_at = now()
from staged_episode as staged
join missing_episode as episode on episode.source_hmac = staged.source_hmac
join child on child.source_hmac = staged.child_source_hmac
where staged.batch_id = :batch
  and report.episode_id = episode.id
  and report.child_id = episode.child_id
  and episode.child_id <> child.id
