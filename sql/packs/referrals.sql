-- Referrals that a provider was told of and that are not over, and those with a session in a month or over since it began.
select
  referral.id,
  referral.hotspot_id as "hotspotId",
  referral.service_type as service,
  referral.state,
  held.sessions,
  held.sessions_in_month as "sessionsInMonth",
  held.contacts_in_month as "contactsInMonth"
from referral
cross join lateral (
  select
    count(*)::int as sessions,
    (count(*) filter (where session.day >= :from::date and session.day < :to::date))::int as sessions_in_month,
    (coalesce(sum(session.contacts) filter (where session.day >= :from::date and session.day < :to::date), 0))::int as contacts_in_month
  from outreach_session as session
  where session.referral_id = referral.id
) as held
where referral.submitted_at is not null
  and (referral.state not in ('declined', 'outcome_reviewed', 'cancelled')
    or held.sessions_in_month > 0
    or referral.since >= :from::date::timestamp at time zone 'Europe/London')
order by referral.number
