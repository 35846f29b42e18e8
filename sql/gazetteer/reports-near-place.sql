-- The reports whose place may hang on this one: at it, named to it, inside it, or within their own accuracy of it.
select r.id
from location_report r, place p
where p.id = :id::uuid
  and (
    r.place_id = p.id
    or r.named_place_id = p.id
    or st_intersects(r.geom, p.geom)
    or (r.accuracy_m > 0 and st_dwithin(r.geom, p.geom, r.accuracy_m))
  )
