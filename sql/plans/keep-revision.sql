insert into plan_revision (plan_id, version, was, changed_by, changed_at)
values (:planId::uuid, :version::int, :was::jsonb, :changedBy::text, :at::timestamptz)
