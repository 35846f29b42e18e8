select
  id, kind, filename, state, rows_read as "rowsRead", accepted, changed, unchanged, unplaced, rejected,
  ignored_columns as "ignoredColumns", problem, started_at as "startedAt", finished_at as "finishedAt",
  header
from import_batch
where id = :batch
