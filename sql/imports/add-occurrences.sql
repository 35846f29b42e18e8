insert into occurrence (id)
select staged.report_id
from staged_report as staged
where staged.batch_id = :batch
