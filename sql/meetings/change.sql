update meeting
set held_on = :heldOn::date, starts_at = :startsAt::text, venue = :venue::text, version = version + 1
where id = :id::uuid and version = :version::int
