delete from staged_episode as staged
using missing_episode as episode
where staged.batch_id = :batch
  and episode.source_hmac = staged.source_hmac
  and episode.row_hash = staged.row_hash
