select person.id, person.username, person.name, person.role, person.agency
from sign_in_link as link
join person on person.id = link.person_id
where link.digest = :digest and link.used_at is null and link.expires_at > now() and person.disabled_at is null
