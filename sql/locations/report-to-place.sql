-- What decides whether a person may say where a report was. Nobody else changes it until this transaction ends.
select
  id,
  version,
  geom is not null as "isPlaced",
  is_placed_by_hand as "isPlacedByHand",
  set_aside_reason is not null as "isSetAside",
  is_private_address as "isPrivateAddress",
  place_name as "placeName"
from location_report
where id = :id::uuid
for update
