-- The child of a case number, made where it is new under a random reference that nobody has. There are always more free references than taken.
with known as (
  select id from child where source_hmac = :sourceHmac::bytea
), room as (
  select greatest(9999, 10 ^ ceil(log(2.0 * (1 + count(*)))) - 1)::int as largest from child
), made as (
  insert into child (reference, source_hmac)
  select named.reference, :sourceHmac::bytea
  from room
  cross join generate_series(1, room.largest) as number
  cross join lateral (select 'YP-' || lpad(number::text, greatest(4, length(number::text)), '0') as reference) as named
  where not exists (select from known)
    and not exists (select from child where child.reference = named.reference)
  order by gen_random_uuid()
  limit 1
  returning id
)
select id from known union all select id from made
