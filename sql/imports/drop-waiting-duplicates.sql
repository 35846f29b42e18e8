-- Suggestions about reports that this batch changed: they are made anew.
delete from likely_duplicate
where state = 'waiting'
  and exists (
    select from location_report as report
    where report.batch_id = :batch and report.version > 1 and report.id in (first_report_id, second_report_id)
  )
