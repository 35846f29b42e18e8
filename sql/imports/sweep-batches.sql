-- Imports that a crash left behind: all that are still staging where nobody else can be importing, else those long without a sign of life.
update import_batch
set state = 'failed', finished_at = clock_timestamp(), problem = :problem, rejected = 0
where state = 'staging' and (:isAlone::boolean or heartbeat_at < clock_timestamp() - interval '2 minutes')
