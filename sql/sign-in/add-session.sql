-- No row: there is no such person, or they are disabled.
insert into session (digest, person_id, way, device)
select :digest, id, :way, :device from person where id = :personId and disabled_at is null
returning id
