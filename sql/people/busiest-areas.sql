-- Police neighbourhoods by how many hotspots the stored runs share there: the demo's neighbourhood police have something to see.
select area.id
from area
where area.kind = 'police_neighbourhood'
order by (select count(*) from run_shared where area.id = any (run_shared.area_ids)) desc, area.code
limit 2
