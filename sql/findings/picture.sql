select picture from run_picture where run_id = :runId
