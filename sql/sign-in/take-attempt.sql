-- An attempt comes back once.
delete from oidc_attempt where digest = :digest
returning sealed, started_at > now() - make_interval(mins => :minutes::int) as "isFresh"
