-- A report that knows its place by name only stands where the place stands.
update location_report r set geom = st_pointonsurface(p.geom), updated_at = now()
from place p
where p.id = :id::uuid and r.named_place_id = p.id and r.place_method = 'gazetteer'
