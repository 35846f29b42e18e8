insert into location_report_revision (report_id, version, was, change, batch_id)
select report.id, report.version, to_jsonb(report), 'imported', :batch
from staged_report as staged
join location_report as report on report.report_ref = staged.report_ref
where staged.batch_id = :batch
