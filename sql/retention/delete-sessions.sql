delete from session
where created_at < now() - interval '1 day'
  and exists (select from session as later where later.person_id = session.person_id and (later.created_at, later.id) > (session.created_at, session.id))
