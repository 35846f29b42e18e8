-- What was decided about pairs of these reports.
select first_report_id as "firstReportId", second_report_id as "secondReportId", state
from likely_duplicate
where state <> 'waiting'
  and first_report_id = any(:reportIds::uuid[])
  and second_report_id = any(:reportIds::uuid[])
