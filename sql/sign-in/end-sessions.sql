-- Of one person: the named ones, or all where none is named; the one that is spared stays.
update session set ended_at = now()
where person_id = :personId
  and ended_at is null
  and (:ids::uuid[] is null or id = any (:ids::uuid[]))
  and id is distinct from :spared::uuid
