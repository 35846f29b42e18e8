select id, name from person where role = 'practitioner' and disabled_at is null order by name, id
