-- Named places with how far each lies from a hotspot, outline to outline.
select place.id, place.name, place.retired_at is not null as "isRetired",
  round(st_distance(place.geom, hotspot_shape(review.geometry)))::int as metres
from place, hotspot_review as review
where place.id = any (:placeIds::uuid[]) and review.id = :hotspotId::uuid
