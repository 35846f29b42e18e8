delete from import_refused_row
using import_batch as batch
where batch.id = import_refused_row.batch_id and batch.started_at < :before::timestamptz
