-- Only where an item stands changes, not its version: nobody who writes into it is disturbed.
update agenda_item
set position = given.position
from unnest(:ids::uuid[], :positions::int[]) as given (id, position)
where agenda_item.id = given.id and agenda_item.meeting_id = :meetingId::uuid
