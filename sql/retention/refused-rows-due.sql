select count(*) as count
from import_refused_row as refused
join import_batch as batch on batch.id = refused.batch_id
where batch.started_at < :before::timestamptz
