insert into minutes_section (meeting_id, position, title, words)
select :meetingId::uuid, given.position, given.title, given.words
from unnest(:positions::int[], :titles::text[], :words::text[]) as given (position, title, words)
