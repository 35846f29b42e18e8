select session.id, session.referral_id as "referralId", session.planned_id as "plannedId", session.worker_id as "workerId",
  session.worker_name as "workerName", session.day, session.from_time as "from", session.to_time as "to", session.staff,
  session.level_1 as level1, session.level_2 as level2, session.level_3 as level3, session.themes,
  session.onward_referrals as "onwardReferrals", session.observations, session.version
from outreach_session as session
where session.id = :id::uuid
