with gone as (
  delete from person_area
  where person_id = :id and area_id not in (select id from area where kind = 'police_neighbourhood' and code = any (:codes::text[]))
)
insert into person_area (person_id, area_id)
select :id, id from area where kind = 'police_neighbourhood' and code = any (:codes::text[])
on conflict do nothing
