-- Retires, or brings back where there is no reason.
update safe_place
set retired_at = case when :why::text is null then null else :at::timestamptz end, retired_why = :why::text,
  version = version + 1, changed_by = :changedBy::text, changed_at = :at::timestamptz
where id = :id::uuid and version = :version::int and (retired_at is null) = (:why::text is not null)
