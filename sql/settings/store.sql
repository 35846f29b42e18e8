-- Stores a value and keeps what it was; the same value again changes nothing.
with was as (
  select value from policy_setting where name = :name
), stored as (
  insert into policy_setting as s (name, value, changed_by)
  values (:name, :value::jsonb, :changedBy)
  on conflict (name) do update
    set value = excluded.value, changed_by = excluded.changed_by, changed_at = now()
    where s.value <> excluded.value
  returning name, value, changed_by
)
insert into policy_setting_change (name, was, value, changed_by)
select name, (select value from was), value, changed_by from stored
