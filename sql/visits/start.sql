-- No row: it was sent before.
insert into patrol_visit (id, patrol_id, hotspot_id, officer_id, officer_name, how, started_at)
values (:id::uuid, :patrolId::uuid, :hotspotId::uuid, :officerId::uuid, :officerName::text, :how::text, :startedAt::timestamptz)
on conflict (id) do nothing
