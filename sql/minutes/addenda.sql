select id, words, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, by_name as by, by_role as role
from minutes_addendum
where meeting_id = :meetingId::uuid
order by minutes_addendum.at, id
