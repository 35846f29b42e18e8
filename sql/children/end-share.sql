delete from child_share where id = :id
