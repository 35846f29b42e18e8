with reports as (delete from staged_report where batch_id = :batch)
delete from staged_episode where batch_id = :batch
