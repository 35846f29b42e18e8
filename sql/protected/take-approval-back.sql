delete from public_place_approval where place_id = :placeId
