insert into meeting_attendance (meeting_id, role, agency, partner, status)
values (:meetingId::uuid, :role::text, :agency::text, :partner::text, :status::text)
