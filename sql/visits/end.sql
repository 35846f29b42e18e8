-- No row: it has ended already. What was said to be over before it began lasted no time.
update patrol_visit set ended_at = greatest(started_at, :endedAt::timestamptz), version = version + 1
where id = :id::uuid and ended_at is null
