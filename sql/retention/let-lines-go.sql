alter table audit_line disable trigger audit_line_kept
