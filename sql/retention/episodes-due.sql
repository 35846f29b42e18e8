-- Their reports are due with them.
select count(*) as count from missing_episode where ended_at < :before::timestamptz
