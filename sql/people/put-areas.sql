insert into person_area (person_id, area_id) select :personId::uuid, area_id from unnest(:areaIds::uuid[]) as area_id
