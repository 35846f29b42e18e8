delete from occurrence
where id = any(:ids::uuid[])
  and not exists (select from location_report where location_report.occurrence_id = occurrence.id)
