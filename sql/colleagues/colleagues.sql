-- Those who can be given something: whoever only audits, reads or administers cannot.
select id, name, role, agency
from person
where disabled_at is null and role not in ('committee_reader', 'ig_auditor', 'sysadmin', 'qa_auditor')
order by agency, name, id
