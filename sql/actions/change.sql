update action
set title = :title::text, owner_id = :ownerId::uuid, owner_name = :ownerName::text, owner_role = :ownerRole::text,
  owner_agency = :ownerAgency::text, due_on = :dueOn::date, priority = :priority::text, version = version + 1
where id = :id::uuid and version = :version::int
