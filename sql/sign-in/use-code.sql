-- No row: the code was used before, or codes were removed meanwhile.
update person set one_time_last_step = :step
where id = :id and one_time_confirmed_at is not null and (one_time_last_step is null or one_time_last_step < :step)
