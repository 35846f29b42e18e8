insert into place_name (place_id, name, compared_name)
select :id::uuid, name, compared_name
from unnest(:names::text[], :comparedNames::text[]) as given (name, compared_name)
on conflict (place_id, compared_name) do update set name = excluded.name where place_name.name <> excluded.name
