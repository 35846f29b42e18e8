select left_out as "leftOut" from run where id = :runId
