insert into source_key (fingerprint) values (:fingerprint) on conflict do nothing
