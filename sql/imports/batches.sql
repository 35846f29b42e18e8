select
  id, kind, filename, state, rows_read as "rowsRead", accepted, changed, unchanged, unplaced, rejected,
  ignored_columns as "ignoredColumns", problem, started_at as "startedAt", finished_at as "finishedAt",
  to_char(started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startedKey"
from import_batch
where :startedBefore::timestamptz is null or (started_at, id) < (:startedBefore::timestamptz, :idBefore::uuid)
order by started_at desc, id desc
limit :limit
