-- Youth work at a place from one day to another (exclusive): sessions planned, sessions held and the contacts made; no row where none was asked for.
select
  (select count(*) from outreach_planned as planned
    where planned.hotspot_id = :hotspotId::uuid and planned.day >= :from::date and planned.day < :to::date) as "sessionsPlanned",
  count(session.id) as sessions,
  coalesce(sum(session.contacts), 0) as contacts
from (select 1) as one
left join outreach_session as session
  on session.hotspot_id = :hotspotId::uuid and session.day >= :from::date and session.day < :to::date
having exists (
  select from referral where referral.hotspot_id = :hotspotId::uuid and referral.state not in ('draft', 'submitted', 'declined', 'cancelled')
)
