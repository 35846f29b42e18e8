-- Counts a try before it is looked at, so that many at once cannot outrun the count. No row: the wait is not over.
insert into sign_in_slowing (key, failures, last_failed_at, wait_until) values (:key, 1, now(), now())
on conflict (key) do update set
  failures = case when sign_in_slowing.last_failed_at < now() - interval '1 day' then 1 else sign_in_slowing.failures + 1 end,
  last_failed_at = now()
where sign_in_slowing.wait_until <= now()
returning failures
