delete from child
where created_at < :before::timestamptz
  and not exists (select from missing_episode where missing_episode.child_id = child.id)
  and not exists (select from location_report where location_report.child_id = child.id)
