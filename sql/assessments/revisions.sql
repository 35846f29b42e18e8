select was from assessment_revision where hotspot_id = :hotspotId::uuid order by version desc
