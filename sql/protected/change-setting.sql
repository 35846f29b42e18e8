-- What a file lists counts, also where somebody had ended it.
update protected_setting
set kind = :kind, name = :name, geom = st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700), ended_at = null
where id = :id
