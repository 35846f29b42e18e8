-- A page of pairs that nobody has decided, the oldest first. Two that stand in one occurrence already, through a third, need no decision.
select
  d.first_report_id as "firstReportId",
  d.second_report_id as "secondReportId",
  to_char(d.suggested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
from likely_duplicate d
join location_report f on f.id = d.first_report_id
join location_report s on s.id = d.second_report_id
where d.state = 'waiting'
  and f.occurrence_id <> s.occurrence_id
  and (:afterTime::timestamptz is null
    or (d.suggested_at, d.first_report_id, d.second_report_id) > (:afterTime::timestamptz, :afterFirst::uuid, :afterSecond::uuid))
order by d.suggested_at, d.first_report_id, d.second_report_id
limit :limit::int
