-- The beginning of the log in which every line is older; its last line is always kept.
with through as (
  select coalesce(
    (select min(seq) - 1 from audit_line where at >= :before::timestamptz),
    (select max(seq) - 1 from audit_line)
  ) as seq
)
select
  through.seq as "throughSeq",
  (select encode(line.hash, 'hex') from audit_line as line where line.seq = through.seq) as hash,
  (select count(*) from audit_line as line where line.seq <= through.seq) as count
from through
