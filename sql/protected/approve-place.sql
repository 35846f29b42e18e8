-- A place that is there, and no area of private addresses: its policy says so.
insert into public_place_approval (place_id, reason, approved_by)
select place.id, :reason, :approvedBy from place where place.id = :placeId and place.retired_at is null
