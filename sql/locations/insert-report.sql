-- A report by hand, an occurrence of its own. It belongs to the episode of its child that it falls into, where that is one only;
-- an end that is known to the date is the whole of that day.
with happened as (
  insert into occurrence default values returning id
), fell as (
  select case when count(*) = 1 then min(e.id::text)::uuid end as episode_id
  from missing_episode e
  where e.child_id = :childId::uuid
    and e.started_at <= :observedUntil::timestamptz
    and (e.ended_at is null
      or e.ended_at + case e.end_precision when 'date' then interval '1 day' else interval '0' end >= :observedFrom::timestamptz)
)
insert into location_report (
  occurrence_id, report_ref, child_id, episode_id, basis, observed_from, observed_to, time_precision, place_name, place_category, postcode,
  geom, place_method, named_place_id, is_placed_by_hand, accuracy_m, is_private_address, found_on_patrol, source_type, concerns, narrative, row_hash,
  entered_by, controller_agency, batch_id
)
select
  happened.id, :reportRef, :childId::uuid, fell.episode_id, :basis, :observedFrom::timestamptz, :observedTo::timestamptz, :timePrecision,
  :placeName, :placeCategory, :postcode,
  case when :easting::float8 is not null then st_setsrid(st_makepoint(:easting::float8, :northing::float8), 27700) end,
  :placeMethod, :namedPlaceId::uuid, :isPlacedByHand, :accuracyMetres::int, :isPrivateAddress, :foundOnPatrol, :sourceType,
  :concerns::text[], :narrative, :rowHash::bytea,
  :enteredBy::uuid, :controllerAgency, null
from happened, fell
returning id
