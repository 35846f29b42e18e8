insert into patrol (id, hotspot_id, meeting_id, objective, why, requested_at, requested_by, state, since)
values (:id::uuid, :hotspotId::uuid, :meetingId::uuid, :objective::text, :why::text, :now::timestamptz, :requestedBy::text, :state::text, :now::timestamptz)
