-- The best times to be at a place, as the latest stored month that shows it says them (G2).
select shared.hotspot #> '{findings,windows}' as windows, to_char(run.period_to - 1, 'YYYY-MM') as month
from run_shared as shared
join run on run.id = shared.run_id
where shared.hotspot_id = :hotspotId::uuid and run.kind = 'month'
order by run.period_to desc
limit 1
