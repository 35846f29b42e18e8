-- The shifts of a day, or one by its id, with those of their stops that the reader reaches.
select shift.id, shift.day, shift.from_time as "from", shift.to_time as "to", shift.how, shift.made_by as "madeBy",
  to_char(shift.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt", shift.version,
  coalesce((select array_agg(stop.patrol_id order by stop.position) from patrol_shift_stop as stop where stop.shift_id = shift.id), '{}') as "order"
from patrol_shift as shift
where (:day::date is null or shift.day = :day::date) and (:id::uuid is null or shift.id = :id::uuid)
order by shift.from_time, shift.made_at, shift.id
