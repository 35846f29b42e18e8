insert into outreach_session_revision (session_id, version, was)
select session.id, session.version, to_jsonb(session)
from outreach_session as session
where session.id = :id::uuid and session.version = :version::int
