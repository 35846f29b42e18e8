with added as (
  insert into location_report (
    id, occurrence_id, report_ref, child_id, episode_id, episode_source_hmac, basis, observed_from, observed_to, time_precision,
    place_name, place_category, postcode, geom, given_geom, place_method, accuracy_m, named_place_id, place_id, is_in_area,
    is_private_address, found_on_patrol, source_type, source_eval, info_assess, handling, handling_conditions, concerns,
    controller_agency, narrative, row_hash, batch_id
  )
  select
    staged.report_id, staged.report_id, staged.report_ref,
    coalesce(child.id, episode.child_id),
    case when child.id is null or child.id = episode.child_id then episode.id end,
    staged.episode_source_hmac, staged.basis, staged.observed_from, staged.observed_to, staged.time_precision,
    staged.place_name, staged.place_category, staged.postcode,
    point.geom,
    case when staged.place_method in ('coordinates', 'grid_reference') then point.geom end,
    staged.place_method, staged.accuracy_m, staged.named_place_id, stands.place_id, stands.is_in_area,
    staged.is_private_address, staged.found_on_patrol, staged.source_type, staged.source_eval, staged.info_assess,
    staged.handling, staged.handling_conditions, coalesce(string_to_array(staged.concerns, ';'), '{}'),
    staged.controller_agency, staged.narrative, staged.row_hash, staged.batch_id
  from staged_report as staged
  left join child on child.source_hmac = staged.child_source_hmac
  left join missing_episode as episode on episode.source_hmac = staged.episode_source_hmac
  cross join lateral (
    select case when staged.easting is not null then st_setsrid(st_makepoint(staged.easting, staged.northing), 27700) end as geom
  ) as point
  cross join lateral where_report_stands(
    point.geom, staged.accuracy_m, staged.named_place_id, staged.is_private_address
  ) as stands
  where staged.batch_id = :batch
  returning geom
)
select
  count(geom)::int as accepted,
  (count(*) - count(geom))::int as unplaced
from added
