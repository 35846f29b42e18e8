delete from oidc_attempt where started_at < now() - interval '1 hour'
