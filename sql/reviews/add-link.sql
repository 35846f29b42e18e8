insert into review_link (from_id, to_id, kind, why, person_id, person_name, at)
values (:fromId::uuid, :toId::uuid, :kind::text, :why::text, :personId::uuid, :personName::text, :at::timestamptz)
