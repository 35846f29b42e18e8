insert into location_report_revision (report_id, version, was, change)
select id, version, to_jsonb(report), :change
from location_report as report
where id = any(:reportIds::uuid[])
