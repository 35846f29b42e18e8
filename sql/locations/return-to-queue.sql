update location_report set
  geom = null,
  place_method = null,
  named_place_id = null,
  place_id = null,
  is_in_area = null,
  is_placed_by_hand = false,
  set_aside_reason = null,
  version = version + 1,
  updated_at = now()
where id = :id::uuid
