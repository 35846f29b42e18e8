select run.id, (select count(*) from run_listed where run_listed.run_id = run.id) as rows from run where run.kind = 'quarter'
