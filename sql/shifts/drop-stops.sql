delete from patrol_shift_stop where shift_id = :shiftId::uuid
