-- No row: it was changed meanwhile.
update outreach_session set day = :day::date, from_time = :from::text, to_time = :to::text, staff = :staff::int, level_1 = :level1::int,
  level_2 = :level2::int, level_3 = :level3::int, themes = :themes::text[], onward_referrals = :onwardReferrals::int,
  observations = :observations::text, version = version + 1
where id = :id::uuid and version = :version::int
