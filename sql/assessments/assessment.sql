select
  content,
  safety_goals as "safetyGoals",
  review_on as "reviewOn",
  agreed_on as "agreedOn",
  agreed_by as "agreedBy",
  version,
  written_by as "writtenBy",
  written_agency as "writtenAgency",
  to_char(written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "writtenAt"
from assessment
where hotspot_id = :hotspotId::uuid
