update person
set disabled_at = case when :isDisabled then now() end, version = version + 1, updated_at = now()
where id = :id and (disabled_at is not null) <> :isDisabled
