-- A page of pairs that somebody has decided, the latest first.
select
  first_report_id as "firstReportId",
  second_report_id as "secondReportId",
  to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
from likely_duplicate
where state <> 'waiting'
  and (:afterTime::timestamptz is null
    or (decided_at, first_report_id, second_report_id) < (:afterTime::timestamptz, :afterFirst::uuid, :afterSecond::uuid))
order by decided_at desc, first_report_id desc, second_report_id desc
limit :limit::int
