select was from safe_place_revision where safe_place_id = :id::uuid order by version desc
