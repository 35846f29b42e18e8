delete from outreach_planned as planned
where planned.referral_id = :referralId::uuid
  and not exists (select from outreach_session as session where session.planned_id = planned.id)
