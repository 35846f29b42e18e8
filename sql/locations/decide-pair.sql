update likely_duplicate set state = :state, decided_at = case when :state <> 'waiting' then clock_timestamp() end
where first_report_id = :firstReportId::uuid and second_report_id = :secondReportId::uuid
