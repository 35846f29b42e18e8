-- A geometry of null is left as it is: what goes out is rounded, and must not move it when it comes back.
update safe_place
set kind = :kind::text, name = :name::text, open_hours = :openHours::jsonb, contact_role = :contactRole::text, notes = :notes::text,
  geom = case when :geometry::text is null then safe_place.geom else (
    select case when st_dimension(given) = 0 then given else st_forcepolygonccw(st_multi(given)) end
    from st_transform(st_setsrid(st_geomfromgeojson(:geometry::text), 4326), 27700) as given
  ) end,
  version = version + 1, changed_by = :changedBy::text, changed_at = :at::timestamptz
where id = :id::uuid and version = :version::int and retired_at is null
