-- The occurrences of a period, each told by its strongest report: the earlier one where two are as strong.
-- A report belongs to the day of its observed_from; without one, of its episode's start.
select
  r.occurrence_id as id,
  r.child_id as "childId",
  r.basis,
  coalesce(r.observed_from, e.started_at) as at,
  r.observed_from as "observedFrom",
  r.observed_to as "observedTo",
  r.time_precision as "timePrecision",
  st_x(r.geom) as easting,
  st_y(r.geom) as northing,
  r.accuracy_m as "accuracyMetres",
  r.place_id as "placeId",
  r.place_category as "placeCategory",
  r.is_private_address as "isPrivateAddress",
  r.found_on_patrol as "foundOnPatrol",
  r.is_in_area as "isInArea"
from location_report r
left join missing_episode e on e.id = r.episode_id
left join place p on p.id = r.place_id
where coalesce(r.observed_from, e.started_at) >= :from::timestamptz
  and coalesce(r.observed_from, e.started_at) < :to::timestamptz
  and r.basis = any(:bases::text[])
  -- Handling code C is for the agency that controls it: what is shared never counts it.
  and (not :isShareable::boolean or r.handling is distinct from 'C')
  and (:category::text is null or coalesce(p.category, r.place_category) = :category)
  and (:hours::int[] is null
    or (r.time_precision in ('exact', 'hour', 'day_part')
      and extract(hour from r.observed_from at time zone 'Europe/London')::int = any(:hours)))
  and (:area::uuid is null or st_covers((select a.geom from area a where a.id = :area), r.geom))
  and not exists (
    select from location_report o
    left join missing_episode oe on oe.id = o.episode_id
    where o.occurrence_id = r.occurrence_id
      and o.id <> r.id
      and (not :isShareable or o.handling is distinct from 'C')
      and (array_position(array['found', 'disclosed', 'sighted', 'suspected', 'frequented'], o.basis), coalesce(o.observed_from, oe.started_at), o.id)
        < (array_position(array['found', 'disclosed', 'sighted', 'suspected', 'frequented'], r.basis), coalesce(r.observed_from, e.started_at), r.id)
  )
order by at, r.id
