-- No row: somebody changed it first.
update patrol set windows = :windows::jsonb, dwell_minutes = :dwellMinutes::int, visits_a_day = :visitsADay::int,
  activities = :activities::text[], risk_notes = :riskNotes::text, briefing = :briefing::text, version = version + 1
where id = :id::uuid and version = :version::int
