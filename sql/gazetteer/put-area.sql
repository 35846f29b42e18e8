insert into area (kind, code, name, is_invented, source, geom)
values (
  :kind,
  :code,
  :name,
  :isInvented,
  :source,
  st_forcepolygonccw(st_multi(st_transform(st_setsrid(st_geomfromgeojson(:geometry), 4326), 27700)))
)
on conflict (kind, code) do update set
  name = excluded.name,
  is_invented = excluded.is_invented,
  source = excluded.source,
  geom = excluded.geom
