-- Agencies of youth providers who can sign in, each as most of its people write it.
select mode() within group (order by btrim(agency)) as agency
from person
where role = 'youth_provider' and disabled_at is null and btrim(agency) <> ''
group by lower(btrim(agency))
order by 1
