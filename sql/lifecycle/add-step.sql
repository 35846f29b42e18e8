insert into step (thing, thing_id, hotspot_id, step, from_state, to_state, at, person_id, person_name, role, agency, why)
values (:thing::text, :thingId::uuid, :hotspotId::uuid, :step::text, :from::text, :to::text, :at::timestamptz, :personId::uuid, :personName::text, :role::text, :agency::text, :why::text)
