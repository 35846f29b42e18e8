select id, role, agency, partner, status, version
from meeting_attendance
where meeting_id = :meetingId::uuid
order by partner nulls last, agency, role, id
