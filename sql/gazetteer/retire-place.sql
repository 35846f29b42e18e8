-- A reason of null brings the place back.
update place set
  retired_at = case when :reason::text is not null then now() end,
  retired_reason = :reason,
  version = version + 1,
  updated_at = now()
where id = :id::uuid
