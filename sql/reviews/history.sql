-- One row a stored month, whether the place was shown in it or not.
select
  run.id as "runId",
  to_char(run.period_to - 1, 'YYYY-MM') as month,
  shared.hotspot ->> 'childrenBand' as "childrenBand",
  shared.hotspot ->> 'reportsBand' as "reportsBand",
  shared.hotspot #>> '{findings,change}' as change,
  shared.hotspot #>> '{findings,trend}' as trend
from run
left join run_shared as shared on shared.run_id = run.id and shared.hotspot_id = :id::uuid
where run.kind = 'month'
order by run.period_to
