update protected_setting set ended_at = coalesce(ended_at, now()) where id = :id
