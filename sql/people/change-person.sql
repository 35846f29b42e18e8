update person
set name = :name, role = :role, agency = :agency, version = version + 1, updated_at = now()
where id = :id and version = :version
