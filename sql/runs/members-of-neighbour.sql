-- The hotspots of the stored run nearest to a day (the latest that ended by then, else the earliest after), with their occurrences.
with neighbour as (
  select id from run
  where kind = :kind
  order by period_to > :to::date, abs(period_to - :to::date)
  limit 1
)
select
  hotspot.hotspot_id as "hotspotId",
  hotspot.hotspot ->> 'name' as name,
  hotspot.place_id is not null as "isPlace",
  hotspot.is_few as "isFew",
  array(
    select member.occurrence_id from run_member as member
    where member.run_id = hotspot.run_id and member.hotspot_id = hotspot.hotspot_id
    order by member.occurrence_id
  ) as members
from run_hotspot as hotspot
join neighbour on neighbour.id = hotspot.run_id
order by hotspot.is_few, hotspot.rank
