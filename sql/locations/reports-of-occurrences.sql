-- Every report that stands in one occurrence with either of these.
select id, occurrence_id as "occurrenceId"
from location_report
where occurrence_id in (select occurrence_id from location_report where id = any(:reportIds::uuid[]))
order by id
for update
