-- These pairs in the order asked for, with how far apart the reports stand.
select
  d.first_report_id as "firstReportId",
  d.second_report_id as "secondReportId",
  d.state,
  round(st_distance(f.geom, s.geom)::numeric, 1) as "metresApart"
from unnest(:firstReportIds::uuid[], :secondReportIds::uuid[]) with ordinality as wanted (first_id, second_id, ordinal)
join likely_duplicate d on d.first_report_id = wanted.first_id and d.second_report_id = wanted.second_id
join location_report f on f.id = d.first_report_id
join location_report s on s.id = d.second_report_id
order by wanted.ordinal
