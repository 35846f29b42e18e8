select id from meeting where id = :id::uuid for update
