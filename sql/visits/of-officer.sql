-- Somebody's visits of a day, the latest first, whatever is under way, and of the week before those of which it is not said what was done.
select visit.id, visit.patrol_id as "patrolId", visit.officer_id as "officerId", review.name as "hotspotName", visit.how, visit.version,
  to_char(visit.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
  to_char(visit.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt",
  visit.engagements, visit.safeguarding_actions as "safeguardingActions", visit.stop_and_search as "stopAndSearch",
  visit.other_enforcement as "otherEnforcement", visit.is_intelligence_submitted as "isIntelligenceSubmitted"
from patrol_visit as visit
join hotspot_review as review on review.id = visit.hotspot_id
where visit.officer_id = :officerId::uuid
  and (visit.ended_at is null
    or (visit.started_at at time zone 'Europe/London')::date = :today::date
    or (visit.engagements is null and (visit.started_at at time zone 'Europe/London')::date >= :today::date - 7))
order by visit.started_at desc, visit.id
