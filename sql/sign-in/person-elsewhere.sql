select id, username, name, role, agency, disabled_at is not null as "isDisabled"
from person
where oidc_issuer = :issuer and oidc_subject = :subject
