select
  person.id,
  person.username,
  person.name,
  person.role,
  person.agency,
  coalesce(
    (select json_agg(json_build_object('id', area.id, 'name', area.name) order by area.name, area.id)
     from person_area as own join area on area.id = own.area_id where own.person_id = person.id),
    '[]'
  ) as areas,
  person.has_password as "hasPassword",
  person.one_time_confirmed_at is not null as "hasOneTimeCode",
  person.oidc_issuer is not null as "isElsewhere",
  to_char(person.disabled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "disabledAt",
  (select to_char(max(session.last_seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from session where session.person_id = person.id)
    as "lastSeenAt",
  person.version
from person
where (:id::uuid is null or person.id = :id::uuid)
  and (:username::text is null or person.username = :username)
order by person.disabled_at is not null, person.name, person.id
