-- The live places that already go by one of these names.
select n.name, p.name as "placeName"
from place_name n
join place p on p.id = n.place_id
where n.compared_name = any(:comparedNames::text[])
  and p.retired_at is null
  and (:exceptId::uuid is null or p.id <> :exceptId)
order by n.compared_name, p.name
