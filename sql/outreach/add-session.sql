-- No row: a session of that id is there already.
insert into outreach_session (id, referral_id, hotspot_id, planned_id, worker_id, worker_name, day, from_time, to_time, staff, level_1, level_2,
  level_3, themes, onward_referrals, observations, recorded_at)
values (:id::uuid, :referralId::uuid, :hotspotId::uuid, :plannedId::uuid, :workerId::uuid, :workerName::text, :day::date, :from::text, :to::text,
  :staff::int, :level1::int, :level2::int, :level3::int, :themes::text[], :onwardReferrals::int, :observations::text, :now::timestamptz)
on conflict on constraint outreach_session_pk do nothing
