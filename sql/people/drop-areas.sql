delete from person_area where person_id = :personId
