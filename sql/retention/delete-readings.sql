delete from reading
where not exists (
  select from audit_line where audit_line.seq = reading.line and audit_line.at >= now() - interval '1 day'
)
