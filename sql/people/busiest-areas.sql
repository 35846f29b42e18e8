-- Police neighbourhoods by how much was reported there: the demo's neighbourhood police have something to see.
select area.id
from area
where area.kind = 'police_neighbourhood'
order by (select count(*) from location_report as report where st_contains(area.geom, report.geom)) desc, area.code
limit 2
