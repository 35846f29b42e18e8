update patrol_visit set how = :how::text, engagements = :engagements::int, safeguarding_actions = :safeguardingActions::int,
  stop_and_search = :stopAndSearch::int, other_enforcement = :otherEnforcement::int, is_intelligence_submitted = :isIntelligenceSubmitted::boolean,
  version = version + 1
where id = :id::uuid and version = :version::int
