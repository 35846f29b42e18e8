-- A changed row replaces what the row said before. A person's placing stays until the row's own coordinates change;
-- setting aside ends where the row now has a place.
update location_report as report
set
  child_id = linked.child_id,
  episode_id = linked.episode_id,
  episode_source_hmac = staged.episode_source_hmac,
  basis = staged.basis,
  observed_from = staged.observed_from,
  observed_to = staged.observed_to,
  time_precision = staged.time_precision,
  place_name = staged.place_name,
  place_category = staged.place_category,
  postcode = staged.postcode,
  given_geom = placed.given_geom,
  geom = placed.geom,
  place_method = placed.place_method,
  accuracy_m = placed.accuracy_m,
  named_place_id = placed.named_place_id,
  is_placed_by_hand = placed.keeps_hand,
  set_aside_reason = case when placed.geom is null then report.set_aside_reason end,
  place_id = stands.place_id,
  is_in_area = stands.is_in_area,
  is_private_address = staged.is_private_address,
  found_on_patrol = staged.found_on_patrol,
  source_type = staged.source_type,
  source_eval = staged.source_eval,
  info_assess = staged.info_assess,
  handling = staged.handling,
  handling_conditions = staged.handling_conditions,
  concerns = coalesce(string_to_array(staged.concerns, ';'), '{}'),
  controller_agency = staged.controller_agency,
  narrative = staged.narrative,
  row_hash = staged.row_hash,
  version = report.version + 1,
  batch_id = :batch,
  updated_at = now()
from staged_report as staged
join location_report as was on was.report_ref = staged.report_ref
left join child on child.source_hmac = staged.child_source_hmac
left join missing_episode as episode on episode.source_hmac = staged.episode_source_hmac
cross join lateral (
  select
    coalesce(child.id, episode.child_id) as child_id,
    case when child.id is null or child.id = episode.child_id then episode.id end as episode_id
) as linked
cross join lateral (
  select
    case when staged.easting is not null then st_setsrid(st_makepoint(staged.easting, staged.northing), 27700) end as geom,
    case when staged.place_method in ('coordinates', 'grid_reference')
      then st_setsrid(st_makepoint(staged.easting, staged.northing), 27700) end as given_geom
) as point
cross join lateral (
  select was.is_placed_by_hand and (point.given_geom is null or point.given_geom is not distinct from was.given_geom) as keeps_hand
) as hand
cross join lateral (
  select
    hand.keeps_hand,
    point.given_geom,
    case when hand.keeps_hand then was.geom else point.geom end as geom,
    case when hand.keeps_hand then was.place_method else staged.place_method end as place_method,
    case when hand.keeps_hand then was.accuracy_m else staged.accuracy_m end as accuracy_m,
    case when hand.keeps_hand then was.named_place_id else staged.named_place_id end as named_place_id
) as placed
cross join lateral where_report_stands(
  placed.geom, placed.accuracy_m, placed.named_place_id, staged.is_private_address
) as stands
where staged.batch_id = :batch
  and report.id = was.id
