-- Decisions whose words do not stand in the minutes as they were taken down.
select decision.words
from decision
where decision.meeting_id = :meetingId::uuid
  and not exists (
    select from minutes_section as section
    where section.meeting_id = decision.meeting_id and position(decision.words in section.words) > 0
  )
order by decision.at, decision.id
