-- The stored months in which a hotspot was one, or a pattern of few children.
select
  run.id as "runId",
  to_char(run.period_to - 1, 'YYYY-MM') as month,
  exact.rank,
  exact.is_few as "isFew",
  exact.hotspot ->> 'name' as name,
  (exact.hotspot #>> '{counts,reports}')::int as reports,
  (exact.hotspot #>> '{counts,children}')::int as children,
  exact.hotspot #>> '{findings,trend}' as trend,
  exact.hotspot #>> '{findings,change,word}' as change,
  exact.hotspot -> 'lineage' as lineage
from run_hotspot as exact
join run on run.id = exact.run_id
where exact.hotspot_id = :hotspotId and run.kind = 'month'
order by run.period_to
