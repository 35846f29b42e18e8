select count(*) as waiting from location_report where geom is null and set_aside_reason is null
