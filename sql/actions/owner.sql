select id, name, role, agency from person where id = :id::uuid and disabled_at is null and role not in ('committee_reader', 'ig_auditor', 'sysadmin', 'qa_auditor')
