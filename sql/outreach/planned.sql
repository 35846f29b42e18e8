select planned.id, planned.day, planned.from_time as "from", planned.to_time as "to",
  exists (select from outreach_session as session where session.planned_id = planned.id) as "isHeld"
from outreach_planned as planned
where planned.referral_id = :referralId::uuid
order by planned.day, planned.from_time
