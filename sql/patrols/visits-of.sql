select id, officer_name as officer, how,
  to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
  to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt",
  engagements, safeguarding_actions as "safeguardingActions", stop_and_search as "stopAndSearch", other_enforcement as "otherEnforcement",
  is_intelligence_submitted as "isIntelligenceSubmitted"
from patrol_visit
where patrol_id = :patrolId::uuid
order by started_at desc, id
limit 200
