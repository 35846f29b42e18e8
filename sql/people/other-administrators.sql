-- Those who could still keep people if this one could not. The lock lets two such changes take turns.
select count(*) as others
from (select pg_advisory_xact_lock(7204004)) as turn, person
where person.role = 'sysadmin' and person.disabled_at is null and person.id <> :id
