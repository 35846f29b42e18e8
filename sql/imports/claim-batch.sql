-- The batch, held until the end of the transaction; no row where a sweep has given it up.
select
  (select count(*) from staged_report where batch_id = :batch) + (select count(*) from staged_episode where batch_id = :batch) as staged
from import_batch
where id = :batch and state = 'staging'
for update
