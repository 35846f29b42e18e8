insert into occurrence (id) select unnest(:ids::uuid[])
