-- What the pages are told of who is signed in.
select
  person.id,
  person.username,
  person.name,
  person.role,
  person.agency,
  coalesce(
    (
      select json_agg(json_build_object('id', area.id, 'name', area.name) order by area.name, area.id)
      from person_area join area on area.id = person_area.area_id
      where person_area.person_id = person.id
    ),
    '[]'
  ) as areas,
  person.has_password as "hasPassword",
  person.one_time_confirmed_at is not null as "hasOneTimeCode",
  person.one_time_confirmed_at is null
    and session.way = 'password'
    and coalesce((select value from policy_setting where name = 'oneTimeCodeRequired'), to_jsonb(0)) <> to_jsonb(0) as "mustSetOneTimeCode",
  coalesce((select array_agg(subject order by subject) from reason_given where session_id = session.id), '{}') as reasons
from session
join person on person.id = session.person_id
where session.id = :sessionId
