select fingerprint from source_key
