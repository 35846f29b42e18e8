select
  coalesce(array_agg(id order by id), '{}') as "reportIds",
  coalesce(array_agg(version order by id), '{}') as "reportVersions"
from location_report
