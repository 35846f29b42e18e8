insert into safe_place (kind, name, geom, open_hours, contact_role, notes, changed_by, changed_at)
values (
  :kind::text,
  :name::text,
  (
    select case when st_dimension(geom) = 0 then geom else st_forcepolygonccw(st_multi(geom)) end
    from st_transform(st_setsrid(st_geomfromgeojson(:geometry::text), 4326), 27700) as geom
  ),
  :openHours::jsonb,
  :contactRole::text,
  :notes::text,
  :changedBy::text,
  :at::timestamptz
)
returning id
