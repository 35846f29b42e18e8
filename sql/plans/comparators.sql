-- The named places of the latest stored month that partners are shown, and the hotspot itself, with the children of each of their twelve months.
with latest as (
  select id from run where kind = 'month' order by period_to desc limit 1
), found as (
  select
    hotspot.hotspot_id,
    hotspot.place_id,
    hotspot.hotspot #> '{findings,months}' as months,
    hotspot_shape(shared.hotspot -> 'geometry') as shape,
    shared.hotspot ->> 'name' as name
  from latest
  join run_hotspot as hotspot on hotspot.run_id = latest.id
  join run_shared as shared on shared.run_id = latest.id and shared.hotspot_id = hotspot.hotspot_id
)
select
  found.hotspot_id as "hotspotId",
  found.place_id as "placeId",
  found.name,
  found.months,
  round(st_distance(found.shape, own.shape))::int as metres
from found
left join found as own on own.hotspot_id = :hotspotId::uuid
where found.months is not null and (found.place_id is not null or found.hotspot_id = :hotspotId::uuid)
order by found.name, found.hotspot_id
