-- Reports that came before their episode find it now, and its child where they name none. One that names another child keeps waiting.
update location_report as report
set episode_id = episode.id, child_id = episode.child_id, updated_at = now()
from missing_episode as episode
where episode.batch_id = :batch
  and report.episode_id is null
  and report.episode_source_hmac = episode.source_hmac
  and (report.child_id is null or report.child_id = episode.child_id)
returning report.id
