-- A code in use is never replaced by one that nobody has confirmed.
update person set one_time_secret = :sealed, one_time_last_step = null, updated_at = now()
where id = :id and one_time_confirmed_at is null
