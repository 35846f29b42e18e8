select
  exact.hotspot_id as "hotspotId",
  exact.rank,
  exact.is_few as "isFew",
  exact.place_id as "placeId",
  exact.hotspot,
  shared.rank as "sharedRank",
  exact.withheld_g2 as "withheldG2",
  exact.withheld_g3 as "withheldG3"
from run_hotspot as exact
left join run_shared as shared on shared.run_id = exact.run_id and shared.hotspot_id = exact.hotspot_id
where exact.run_id = :runId
order by exact.is_few, exact.rank
