-- To the millisecond, as the cursor has it.
select
  id, kind, filename, state, rows_read as "rowsRead", accepted, changed, unchanged, unplaced, rejected,
  ignored_columns as "ignoredColumns", problem, started_at as "startedAt", finished_at as "finishedAt"
from import_batch
where :startedBefore::timestamptz is null
  or (date_trunc('milliseconds', started_at), id) < (:startedBefore::timestamptz, :idBefore::uuid)
order by date_trunc('milliseconds', started_at) desc, id desc
limit :limit
