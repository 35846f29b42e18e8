select encode(digest, 'hex') as digest from case_numbers_among(:children::bytea[], :episodes::bytea[]) as digest
