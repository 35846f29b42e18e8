-- A draft that nobody has changed is written again; one that somebody has changed stays.
delete from minutes_section as section
where meeting_id = :meetingId::uuid
  and not exists (select from minutes_section as other where other.meeting_id = section.meeting_id and other.version > 1)
