select
  id,
  kind = :kind and name = :name and ended_at is null
    and st_equals(geom, st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700)) as "isSame"
from protected_setting
where source_ref = :ref
