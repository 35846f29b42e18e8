insert into action_note (action_id, at, by_name, by_agency, words) values (:id::uuid, :at::timestamptz, :by::text, :agency::text, :words::text)
