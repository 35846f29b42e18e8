-- In one statement: what refers to what is deleted goes with it, and rules between tables are looked at when all of it is gone.
with bounds as (
  select :before::timestamptz as moment, (:before::timestamptz at time zone 'Europe/London')::date as day
), gone_meeting as (
  delete from meeting using bounds where held_on < bounds.day returning id
), gone_pack as (
  delete from pack where meeting_id in (select id from gone_meeting)
), gone_action as (
  delete from action using bounds
  where state in ('complete', 'verified', 'cancelled') and due_on < bounds.day returning id
), gone_plan as (
  delete from plan using bounds where ended_on < bounds.day returning id
), gone_analysis as (
  delete from plan_analysis where plan_id in (select id from gone_plan)
), gone_place as (
  delete from plan_place where plan_id in (select id from gone_plan)
), gone_revision as (
  delete from plan_revision where plan_id in (select id from gone_plan)
), gone_measure as (
  delete from plan_measure where plan_id in (select id from gone_plan) returning id
), gone_person_measure as (
  delete from person_measure where plan_id in (select id from gone_plan)
), gone_exact as (
  delete from plan_effect_exact where plan_id in (select id from gone_plan)
), gone_effect as (
  delete from plan_effect where plan_id in (select id from gone_plan)
), gone_referral as (
  delete from referral using bounds
  where state in ('declined', 'outcome_reviewed', 'cancelled') and since < bounds.moment returning id
), gone_planned as (
  delete from outreach_planned where referral_id in (select id from gone_referral)
), gone_session as (
  delete from outreach_session where referral_id in (select id from gone_referral) returning id
), gone_session_revision as (
  delete from outreach_session_revision where session_id in (select id from gone_session)
), gone_patrol as (
  delete from patrol using bounds where state in ('debriefed', 'rejected') and since < bounds.moment returning id
), gone_visit as (
  delete from patrol_visit where patrol_id in (select id from gone_patrol)
), gone_stop as (
  delete from patrol_shift_stop where patrol_id in (select id from gone_patrol)
), gone as (
  select id from gone_meeting union all select id from gone_action union all select id from gone_plan
  union all select id from gone_referral union all select id from gone_patrol
), gone_step as (
  delete from step where thing_id in (select id from gone union all select id from gone_measure)
)
-- The rows themselves, one for each of what is due: how many rows this gives is how many were deleted.
select id from gone
