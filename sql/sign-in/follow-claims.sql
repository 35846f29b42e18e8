-- What the provider says holds from each sign-in on. No row: nothing is new.
update person set name = :name, role = :role, agency = :agency, version = version + 1, updated_at = now()
where id = :id and (name, role, agency) is distinct from (:name, :role, :agency)
