insert into referral (id, hotspot_id, place_name, meeting_id, service_type, rationale, aims, windows, age_band, sessions_requested, start_by,
  safety_notes, other_agencies, priority, provider_agency, requested_by, requested_by_agency, drafted_at, state, since)
values (:id::uuid, :hotspotId::uuid, :placeName::text, :meetingId::uuid, :serviceType::text, :rationale::text, :aims::text, :windows::jsonb,
  :ageBand::text, :sessionsRequested::int, :startBy::date, :safetyNotes::text, :otherAgencies::text, :priority::text, :providerAgency::text,
  :requestedBy::text, :requestedByAgency::text, :now::timestamptz, :state::text, :now::timestamptz)
