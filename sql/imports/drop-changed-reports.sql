-- Once the changed rows have updated their reports, only new ones are left. Not by a condition of add-reports: that would read the table it fills.
delete from staged_report as staged
using location_report as report
where staged.batch_id = :batch
  and report.report_ref = staged.report_ref
