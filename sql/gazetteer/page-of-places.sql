-- A page of places by name. A search finds a name that holds the words, or is much like them.
select p.id, p.name
from place p
where case :retired
    when 'false' then p.retired_at is null
    when 'only' then p.retired_at is not null
    else true
  end
  and (:category::text is null or p.category = :category)
  and (:search::text is null or exists (
    select from place_name n
    where n.place_id = p.id
      and (strpos(n.compared_name, :search) > 0 or similarity(n.compared_name, :search) >= 0.4)
  ))
  and (:afterName::text is null
    or (p.name collate "C", p.id) > (:afterName collate "C", :afterId::uuid))
order by p.name collate "C", p.id
limit :limit::int
