insert into patrol_shift (id, day, from_time, to_time, how, area_ids, made_at, made_by)
values (:id::uuid, :day::date, :from::text, :to::text, :how::text, :areaIds::uuid[], :now::timestamptz, :madeBy::text)
