insert into review_decision (hotspot_id, meeting_id, step, why, person_id, person_name, at)
values (:hotspotId::uuid, :meetingId::uuid, :step::text, :why::text, :personId::uuid, :personName::text, :at::timestamptz)
