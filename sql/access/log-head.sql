-- The last line, and the time by the database's clock, which the lines go by.
select
  coalesce(max(line.seq), 0) as seq,
  (array_agg(line.hash))[1] as hash,
  to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now
from (select seq, hash from audit_line order by seq desc limit 1) as line
