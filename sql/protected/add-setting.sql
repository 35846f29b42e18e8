insert into protected_setting (kind, name, source_ref, geom)
values (:kind, :name, :ref, st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700))
returning id
