select name from place where retired_at is null
union select place_name.name from place_name
union select area.name from area
union select person.agency from person
