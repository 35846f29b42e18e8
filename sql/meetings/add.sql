insert into meeting (id, month, held_on, starts_at, venue, state)
values (:id::uuid, :month::text, :heldOn::date, :startsAt::text, :venue::text, 'scheduled')
