select id, item_id as "itemId", words, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, by_name as by, version
from decision
where meeting_id = :meetingId::uuid
order by decision.at, id
