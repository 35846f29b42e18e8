-- Suggestions that rest on where these reports stood. What a person decided stays.
delete from likely_duplicate
where state = 'waiting'
  and (first_report_id = any(:reportIds::uuid[]) or second_report_id = any(:reportIds::uuid[]))
