insert into pack_known (meeting_id, report_ids, report_versions, episode_ids, episode_versions, counted_episodes)
select
  :meetingId::uuid,
  (select coalesce(array_agg(id order by id), '{}') from location_report),
  (select coalesce(array_agg(version order by id), '{}') from location_report),
  (select coalesce(array_agg(id order by id), '{}') from missing_episode),
  (select coalesce(array_agg(version order by id), '{}') from missing_episode),
  :countedEpisodes::uuid[]
