-- What is still to be done first, the longest overdue at the top; what is over after it.
with listed as (
  select
    action.*,
    case when action.state in ('open', 'in_progress') then '0' else '1' end || to_char(action.due_on, 'YYYY-MM-DD') as key
  from action
  where (:id::uuid is null or action.id = :id)
    and (:hotspot::uuid is null or action.hotspot_id = :hotspot)
    and (:meeting::uuid is null or action.meeting_id = :meeting)
    and (:owner::uuid is null or action.owner_id = :owner)
    and (:states::text[] is null or action.state = any (:states))
    and (:dueBefore::date is null or action.due_on < :dueBefore)
)
select
  listed.id,
  listed.key,
  listed.year || '-' || lpad(listed.number::text, greatest(2, length(listed.number::text)), '0') as number,
  listed.title,
  listed.hotspot_id as "hotspotId",
  (select review.name from hotspot_review as review where review.id = listed.hotspot_id) as "hotspotName",
  case when listed.about is not null then json_build_object('thing', listed.about, 'id', listed.about_id) end as about,
  listed.meeting_id as "meetingId",
  listed.owner_id as "ownerId",
  listed.owner_name as "ownerName",
  listed.owner_role as "ownerRole",
  listed.owner_agency as "ownerAgency",
  listed.priority,
  listed.due_on as "dueOn",
  listed.raised_on as "raisedOn",
  listed.raised_by_name as "raisedBy",
  listed.evidence,
  listed.escalated_to as "escalatedTo",
  listed.state,
  listed.version,
  coalesce(
    (select json_agg(json_build_object(
        'at', to_char(note.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'by', note.by_name, 'agency', note.by_agency, 'words', note.words) order by note.id)
     from action_note as note where note.action_id = listed.id),
    '[]'
  ) as notes
from listed
where :afterKey::text is null or (listed.key, listed.id) > (:afterKey, :afterId::uuid)
order by listed.key, listed.id
limit :limit::int
