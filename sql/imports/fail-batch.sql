update import_batch
set
  state = 'failed', finished_at = clock_timestamp(), problem = :problem,
  accepted = 0, changed = 0, unchanged = 0, unplaced = 0, rejected = 0
where id = :batch and state = 'staging'
