-- Hotspots and patterns of few children of a month, and of the month before.
select
  now.hotspot_id as "hotspotId",
  now.run_id = :runId::uuid as "isNow",
  now.rank,
  now.is_few as "isFew",
  now.hotspot ->> 'name' as name,
  (now.hotspot -> 'counts' ->> 'reports')::int as reports,
  (now.hotspot -> 'counts' ->> 'children')::int as children,
  now.withheld_g2 as withheld,
  shared.hotspot as shared
from run_hotspot as now
left join run_shared as shared on shared.run_id = now.run_id and shared.hotspot_id = now.hotspot_id
where now.run_id in (:runId::uuid, :beforeId::uuid)
order by now.is_few, now.rank, now.hotspot_id
