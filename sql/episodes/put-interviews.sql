insert into return_interview (
  episode_id, offered_at, offered_precision, held_at, held_precision, outcome, recorded_at, recorded_precision, interviewer_role, interviewer_trained_on, bucket, judged_by_date
)
select
  episode.id, staged.offered_at, staged.offered_precision, staged.held_at, staged.held_precision, staged.outcome, staged.recorded_at, staged.recorded_precision, staged.interviewer_role, staged.interviewer_trained_on, staged.bucket, staged.judged_by_date
from staged_episode as staged
join missing_episode as episode on episode.source_hmac = staged.source_hmac
where staged.batch_id = :batch
on conflict (episode_id) do update
set
  offered_at = excluded.offered_at,
  offered_precision = excluded.offered_precision,
  held_at = excluded.held_at,
  held_precision = excluded.held_precision,
  outcome = excluded.outcome,
  recorded_at = excluded.recorded_at,
  recorded_precision = excluded.recorded_precision,
  interviewer_role = excluded.interviewer_role,
  interviewer_trained_on = excluded.interviewer_trained_on,
  bucket = excluded.bucket,
  judged_by_date = excluded.judged_by_date
