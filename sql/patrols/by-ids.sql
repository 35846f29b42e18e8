-- Patrol tasks with what was done on them, in the order of the ids.
select patrol.id, patrol.number, patrol.hotspot_id as "hotspotId", review.name as "hotspotName", patrol.meeting_id as "meetingId",
  patrol.objective, patrol.why, patrol.state, patrol.version,
  to_char(patrol.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
  to_char(patrol.requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "requestedAt", patrol.requested_by as "requestedBy",
  patrol.windows, patrol.dwell_minutes as "dwellMinutes", patrol.visits_a_day as "visitsADay", patrol.activities,
  patrol.risk_notes as "riskNotes", patrol.briefing, patrol.valid_from as "validFrom", patrol.valid_to as "validTo",
  coalesce(dose.visits, 0) as visits, coalesce(dose.minutes, 0) as minutes, coalesce(dose.in_windows, 0) as "inWindows",
  coalesce(dose.unsaid, 0) as unsaid, coalesce(dose.engagements, 0) as engagements,
  coalesce(dose.safeguarding_actions, 0) as "safeguardingActions", coalesce(dose.stop_and_search, 0) as "stopAndSearch",
  coalesce(dose.other_enforcement, 0) as "otherEnforcement", coalesce(dose.intelligence, 0) as intelligence, dose.last_on as "lastOn",
  coalesce(dose.recent_visits, 0) as "recentVisits", coalesce(dose.recent_welfare, 0) as "recentWelfare",
  coalesce(dose.recent_enforcement, 0) as "recentEnforcement"
from patrol
join hotspot_review as review on review.id = patrol.hotspot_id
left join patrol_dose(:ids::uuid[], null, null) as dose on dose.patrol_id = patrol.id
where patrol.id = any (:ids::uuid[])
order by array_position(:ids::uuid[], patrol.id)
