-- A geometry of null is left as it is: what goes out is rounded, and must not move a place when it comes back.
update place set
  name = :name,
  category = :category,
  seed_group = :seedGroup,
  geom = case
    when :geometry::text is null then geom
    else st_forcepolygonccw(st_multi(st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700)))
  end,
  position_accuracy_m = :positionAccuracyMetres::int,
  position_note = :positionNote,
  source = :source,
  version = version + 1,
  updated_at = now()
where id = :id::uuid
