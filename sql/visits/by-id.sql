select visit.id, visit.patrol_id as "patrolId", visit.officer_id as "officerId", review.name as "hotspotName", visit.how, visit.version,
  to_char(visit.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
  to_char(visit.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt",
  visit.engagements, visit.safeguarding_actions as "safeguardingActions", visit.stop_and_search as "stopAndSearch",
  visit.other_enforcement as "otherEnforcement", visit.is_intelligence_submitted as "isIntelligenceSubmitted"
from patrol_visit as visit
join hotspot_review as review on review.id = visit.hotspot_id
where visit.id = :id::uuid
