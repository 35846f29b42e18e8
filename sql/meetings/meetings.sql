select
  meeting.id,
  meeting.month,
  meeting.held_on as "heldOn",
  meeting.starts_at as "startsAt",
  meeting.venue,
  meeting.state,
  meeting.version,
  exists (select from pack where pack.meeting_id = meeting.id) as "hasPack"
from meeting
where (:id::uuid is null or meeting.id = :id)
  and (:afterKey::text is null or (to_char(meeting.held_on, 'YYYY-MM-DD'), meeting.id) < (:afterKey, :afterId::uuid))
order by meeting.held_on desc, meeting.id desc
limit :limit::int
