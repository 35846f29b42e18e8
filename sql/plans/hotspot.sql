select name, state, place_id as "placeId" from hotspot_review where id = :hotspotId::uuid
