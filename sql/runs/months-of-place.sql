-- One row a stored month, whether the place was shared in it or not.
select
  to_char(run.period_to - 1, 'YYYY-MM') as month,
  shared.hotspot ->> 'childrenBand' as "childrenBand",
  shared.hotspot ->> 'reportsBand' as "reportsBand"
from run
left join run_shared as shared on shared.run_id = run.id and shared.place_id = :id
where run.kind = 'month'
order by run.period_to
