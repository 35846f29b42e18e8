select exists (select from place_revision where place_id = :id::uuid and change <> 'imported') as "isChanged"
