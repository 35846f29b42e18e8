delete from sign_in_slowing where last_failed_at < now() - interval '1 day' and wait_until < now()
