-- No row: somebody here already signs in with that name.
insert into person (username, name, role, agency, oidc_issuer, oidc_subject)
values (:username, :name, :role, :agency, :issuer, :subject)
on conflict (username) do nothing
returning id
