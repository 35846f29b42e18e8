-- Who has the session, while neither limit has passed and the person is not disabled.
select
  person.id,
  person.username,
  person.name,
  person.role,
  person.agency,
  coalesce((select array_agg(area.area_id order by area.area_id) from person_area as area where area.person_id = person.id), '{}') as "areaIds",
  session.id as "sessionId",
  person.one_time_confirmed_at is not null or session.way = 'oidc' as "hasOneTimeCode",
  coalesce(
    (select json_object_agg(given.subject, json_build_object('code', given.code, 'words', given.words))
     from reason_given as given where given.session_id = session.id),
    '{}'
  ) as reasons,
  session.last_seen_at < now() - interval '1 minute' as "isStale",
  coalesce(
    (select setting.value from policy_setting as setting where setting.name = 'oneTimeCodeRequired'), to_jsonb(0)
  ) <> to_jsonb(0) as "isCodeRequired"
from session
join person on person.id = session.person_id
where session.digest = :digest
  and session.ended_at is null
  and person.disabled_at is null
  and session.last_seen_at > now() - make_interval(mins => :idleMinutes::int)
  and session.created_at > now() - make_interval(mins => :absoluteMinutes::int)
