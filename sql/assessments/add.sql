insert into assessment (hotspot_id, content, safety_goals, review_on, written_by, written_agency, written_at)
values (:hotspotId::uuid, :content::jsonb, :safetyGoals::jsonb, :reviewOn::date, :writtenBy::text, :writtenAgency::text, :at::timestamptz)
