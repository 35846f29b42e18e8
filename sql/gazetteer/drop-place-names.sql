delete from place_name where place_id = :id::uuid and compared_name <> all(:comparedNames::text[])
