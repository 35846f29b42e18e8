-- What is written anew is a draft until it is agreed again.
update assessment
set content = :content::jsonb, safety_goals = :safetyGoals::jsonb, review_on = :reviewOn::date, agreed_on = null, agreed_by = null,
  written_by = :writtenBy::text, written_agency = :writtenAgency::text, written_at = :at::timestamptz, version = version + 1
where hotspot_id = :hotspotId::uuid and version = :version::int
