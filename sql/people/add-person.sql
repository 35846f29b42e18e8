insert into person (username, name, role, agency) values (:username, :name, :role, :agency) returning id
