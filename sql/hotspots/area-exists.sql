select true as known from area where id = :id::uuid
