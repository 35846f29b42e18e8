-- Once a password is set, no link from before sets another.
delete from sign_in_link where person_id = :personId and used_at is null
