delete from sign_in_slowing where key = :key
