select
  id as "hotspotId",
  name,
  category,
  place_id as "placeId",
  geometry,
  is_approximate as "isApproximate",
  state,
  first_month as "firstMonth"
from hotspot_review
order by id
