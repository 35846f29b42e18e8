select name, agency from person where id = :ownerId::uuid and disabled_at is null and role not in ('committee_reader', 'ig_auditor', 'sysadmin', 'qa_auditor')
