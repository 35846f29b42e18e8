-- What the row policy lets the reader see of a run.
select hotspot_id as id, hotspot from run_shared where run_id = :runId order by rank
