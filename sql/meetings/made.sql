-- What was made at a meeting; each has a policy of its own.
select 'plan' as kind, id, hotspot_id as "hotspotId", 'D-' || number || ': ' || objective as words, state from plan where meeting_id = :meetingId::uuid
union all
select 'measure', id, hotspot_id, detail, state from plan_measure where meeting_id = :meetingId::uuid
union all
select 'referral', id, hotspot_id, 'R-' || number || ' to ' || provider_agency || ': ' || aims, state from referral where meeting_id = :meetingId::uuid
union all
select 'patrol', id, hotspot_id, 'P-' || number || ': ' || objective, state from patrol where meeting_id = :meetingId::uuid
union all
select 'action', id, hotspot_id,
  year || '-' || lpad(number::text, greatest(2, length(number::text)), '0') || ': ' || title || ' (' || owner_name || ', by ' || to_char(due_on, 'FMDD Mon YYYY') || ')',
  state
from action where meeting_id = :meetingId::uuid
union all
-- Why a place was decided on is for those whom its review tells it.
select 'review', id, hotspot_id, case when current_setting('app.reach', true) in ('all', 'areas') then coalesce(why, '') else '' end, step
from review_decision where meeting_id = :meetingId::uuid
order by 1, 4
