insert into run_member (run_id, hotspot_id, occurrence_id)
select :runId::uuid, hotspot_id, occurrence_id from unnest(:hotspotIds::uuid[], :occurrenceIds::uuid[]) as given (hotspot_id, occurrence_id)
