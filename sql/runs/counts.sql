select
  run.id,
  (select count(*) from run_shared where run_shared.run_id = run.id) as shared,
  (select count(*) from run_listed where run_listed.run_id = run.id) as listed
from run
