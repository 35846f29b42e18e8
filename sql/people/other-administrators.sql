-- Those who could still keep people if this one could not.
select count(*) as others
from person
where role = 'sysadmin' and disabled_at is null and id <> :id
