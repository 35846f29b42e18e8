-- No row: somebody changed it first.
update referral set service_type = :serviceType::text, rationale = :rationale::text, aims = :aims::text, windows = :windows::jsonb,
  age_band = :ageBand::text, sessions_requested = :sessionsRequested::int, start_by = :startBy::date, safety_notes = :safetyNotes::text,
  other_agencies = :otherAgencies::text, priority = :priority::text, provider_agency = :providerAgency::text, version = version + 1
where id = :id::uuid and version = :version::int
