alter table audit_line enable trigger audit_line_kept
