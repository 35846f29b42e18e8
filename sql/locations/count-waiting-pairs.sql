select count(*) as waiting
from likely_duplicate d
join location_report f on f.id = d.first_report_id
join location_report s on s.id = d.second_report_id
where d.state = 'waiting' and f.occurrence_id <> s.occurrence_id
