insert into child_share (id, child_id, person_id, role)
select :id, child.id, :personId::uuid, :role
from child
where child.reference = :reference
  and (:personId::uuid is null
    or exists (select from person where person.id = :personId::uuid and person.role = 'practitioner' and person.disabled_at is null))
