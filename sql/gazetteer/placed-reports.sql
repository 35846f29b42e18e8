select id from location_report where geom is not null
