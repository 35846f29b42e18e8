insert into occurrence (id)
select staged.report_id
from staged_report as staged
where staged.batch_id = :batch
  and not exists (select from location_report as report where report.report_ref = staged.report_ref)
