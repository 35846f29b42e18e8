update location_report as report
set occurrence_id = moved.occurrence_id, version = report.version + 1, updated_at = now()
from unnest(:reportIds::uuid[], :occurrenceIds::uuid[]) as moved (report_id, occurrence_id)
where report.id = moved.report_id
