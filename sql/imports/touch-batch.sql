update import_batch set heartbeat_at = clock_timestamp() where id = :batch and state = 'staging'
