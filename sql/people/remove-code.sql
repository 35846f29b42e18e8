-- Who keeps people sees whether there are codes, never their secret.
update person
set one_time_secret = null, one_time_confirmed_at = null, one_time_last_step = null, version = version + 1, updated_at = now()
where id = :id and one_time_confirmed_at is not null
