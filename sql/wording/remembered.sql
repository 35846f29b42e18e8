select encode(digest, 'hex') as digest from checked_phrase where digest = any (:digests::bytea[])
