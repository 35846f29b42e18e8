update import_batch
set rows_read = :rowsRead, rejected = :rejected, heartbeat_at = clock_timestamp()
where id = :batch and state = 'staging'
