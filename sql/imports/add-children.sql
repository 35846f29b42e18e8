-- A child for each number not seen before, under a random reference that nobody has. There are always at least as many free references as taken.
with fresh as (
  select seen.source_hmac, row_number() over () as position
  from (
    select child_source_hmac as source_hmac from staged_report where batch_id = :batch and child_source_hmac is not null
    union
    select child_source_hmac from staged_episode where batch_id = :batch
  ) as seen
  where not exists (select from child where child.source_hmac = seen.source_hmac)
), room as (
  select greatest(9999, 10 ^ ceil(log(2.0 * (1 + (select count(*) from child) + (select count(*) from fresh)))) - 1)::int as largest
), free as (
  select named.reference, row_number() over (order by gen_random_uuid()) as position
  from room
  cross join generate_series(1, room.largest) as number
  cross join lateral (select 'YP-' || lpad(number::text, greatest(4, length(number::text)), '0') as reference) as named
  where not exists (select from child where child.reference = named.reference)
)
insert into child (reference, source_hmac)
select free.reference, fresh.source_hmac
from fresh
join free on free.position = fresh.position
on conflict (source_hmac) do nothing
