update person set one_time_confirmed_at = now(), one_time_last_step = :step, version = version + 1, updated_at = now()
where id = :id and one_time_confirmed_at is null and one_time_secret = :sealed
