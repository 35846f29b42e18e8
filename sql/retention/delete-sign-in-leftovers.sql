with links as (
  delete from sign_in_link where expires_at < now() - interval '1 day' returning 1
), attempts as (
  delete from oidc_attempt where started_at < now() - interval '1 day' returning 1
)
delete from sign_in_slowing where last_failed_at < now() - interval '1 day' and wait_until < now()
