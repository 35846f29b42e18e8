insert into place (name, category, seed_group, geom, position_accuracy_m, position_note, source, source_ref)
values (
  :name,
  :category,
  :seedGroup,
  st_forcepolygonccw(st_multi(st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700))),
  :positionAccuracyMetres::int,
  :positionNote,
  :source,
  :sourceRef
)
returning id
