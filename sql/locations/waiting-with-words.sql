-- The other waiting reports that use these very words. Nobody else changes them until this transaction ends.
select id
from location_report
where geom is null and set_aside_reason is null and not is_private_address
  and place_name = any(:words::text[]) and id <> :exceptId::uuid
order by id
for update
