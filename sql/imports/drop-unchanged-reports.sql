delete from staged_report as staged
using location_report as report
where staged.batch_id = :batch
  and report.report_ref = staged.report_ref
  and report.row_hash = staged.row_hash
