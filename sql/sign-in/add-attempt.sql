insert into oidc_attempt (digest, sealed) values (:digest, :sealed)
