select reference, source_hmac as hash from child where source_hmac = any(:hashes::bytea[])
