select name, state from hotspot_review where id = :hotspotId::uuid
