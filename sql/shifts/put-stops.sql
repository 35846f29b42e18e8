insert into patrol_shift_stop (shift_id, position, patrol_id, hotspot_id)
select :shiftId::uuid, wanted.position, patrol.id, patrol.hotspot_id
from unnest(:order::uuid[]) with ordinality as wanted (patrol_id, position)
join patrol on patrol.id = wanted.patrol_id
