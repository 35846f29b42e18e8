-- Places as the API gives them, in the order asked for.
select
  p.id,
  p.name,
  array(select n.name from place_name n where n.place_id = p.id and n.name <> p.name order by n.name) as "alternativeNames",
  p.category,
  p.seed_group as "seedGroup",
  st_asgeojson(
    st_forcepolygonccw(st_transform(case when st_numgeometries(p.geom) = 1 then st_geometryn(p.geom, 1) else p.geom end, 4326)),
    6
  )::json as geometry,
  p.position_accuracy_m as "positionAccuracyMetres",
  p.position_note as "positionNote",
  p.source,
  p.version,
  to_char(p.retired_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "retiredAt",
  p.retired_reason as "retiredReason",
  to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt"
from unnest(:ids::uuid[]) with ordinality as wanted (id, ordinal)
join place p on p.id = wanted.id
order by wanted.ordinal
