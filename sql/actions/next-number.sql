insert into action_count as counted (year, latest) values (:year::int, 1)
on conflict (year) do update set latest = counted.latest + 1
returning latest as number
