select state from hotspot_review where id = :hotspotId::uuid
