select place_id as id from public_place_approval
