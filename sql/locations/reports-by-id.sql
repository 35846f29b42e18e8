-- Reports as the API gives them, in the order asked for.
select
  r.id,
  r.report_ref as "reportRef",
  c.reference as "childReference",
  r.basis,
  to_char(r.observed_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "observedFrom",
  to_char(r.observed_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "observedTo",
  r.time_precision as "timePrecision",
  r.place_name as "placeName",
  r.place_category as "placeCategory",
  r.place_id as "placeId",
  p.name as "placeKnownAs",
  round(st_x(st_transform(r.geom, 4326))::numeric, 6) as longitude,
  round(st_y(st_transform(r.geom, 4326))::numeric, 6) as latitude,
  r.accuracy_m as "accuracyMetres",
  r.is_private_address as "isPrivateAddress",
  r.found_on_patrol as "foundOnPatrol",
  r.is_in_area as "isInArea",
  r.source_type as "sourceType",
  r.narrative,
  r.set_aside_reason as "setAsideReason",
  r.version
from unnest(:ids::uuid[]) with ordinality as wanted (id, ordinal)
join location_report r on r.id = wanted.id
left join child c on c.id = r.child_id
left join place p on p.id = r.place_id
order by wanted.ordinal
