insert into plan_effect (id, plan_id, hotspot_id, worked_out_on, worked_out_at, word, reason, sentence, told)
values (
  :id::uuid, :planId::uuid, :hotspotId::uuid, :today::date, :now::timestamptz, :word::text, :reason::text, :sentence::text, :told::jsonb
)
