-- Puts reports where a person says they were. Their place and area are derived after it.
update location_report set
  geom = st_setsrid(st_makepoint(:easting::float8, :northing::float8), 27700),
  place_method = :placeMethod,
  named_place_id = :namedPlaceId::uuid,
  is_placed_by_hand = true,
  set_aside_reason = null,
  version = version + 1,
  updated_at = now()
where id = any(:reportIds::uuid[])
