delete from sign_in_link where person_id = :personId
