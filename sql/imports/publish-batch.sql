update import_batch
set
  state = 'published', finished_at = clock_timestamp(), rows_read = :rowsRead,
  accepted = :accepted, changed = :changed, unchanged = :unchanged, unplaced = :unplaced, rejected = :rejected
where id = :batch
