delete from occurrence where not exists (select from location_report where location_report.occurrence_id = occurrence.id)
