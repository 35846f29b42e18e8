-- In how many sessions each theme came up, and how many young people were met in those.
select theme, count(*)::int as sessions, sum(contacts)::int as contacts
from outreach_session
cross join unnest(themes) as theme
where referral_id = :referralId::uuid
group by theme
order by sessions desc, theme
