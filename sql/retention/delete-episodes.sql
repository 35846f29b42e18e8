delete from missing_episode
where ended_at < :before::timestamptz
  and not exists (select from location_report where location_report.episode_id = missing_episode.id)
