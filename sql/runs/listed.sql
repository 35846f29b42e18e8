select hotspot_id as id, hotspot from run_listed where run_id = :runId order by rank
