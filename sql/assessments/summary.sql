select safety_goals as "safetyGoals", agreed_on as "agreedOn", review_on as "reviewOn" from assessment_summary where hotspot_id = :hotspotId::uuid
