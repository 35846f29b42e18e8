-- Missing episodes of some children that began before, and after.
select
  count(*) filter (where started_at >= :beforeFrom::timestamptz and started_at < :beforeTo::timestamptz) as before,
  count(*) filter (where started_at >= :afterFrom::timestamptz and started_at < :afterTo::timestamptz) as after
from missing_episode
where child_id = any (:childIds::uuid[])
