-- A page of plans: open ones by their review date, so that late ones lead; then those that are over, the latest first.
select id, key
from (
  select plan.id, case
      when plan.ended_on is null then '0 ' || to_char(plan.review_on, 'YYYY-MM-DD')
      else '1 ' || lpad((100000 - (plan.ended_on - date '2000-01-01'))::text, 6, '0')
    end collate "C" as key
  from plan
  where (:hotspotId::uuid is null or plan.hotspot_id = :hotspotId::uuid)
    and (:meetingId::uuid is null or plan.meeting_id = :meetingId::uuid)
    and (:states::text[] is null or plan.state = any (:states::text[]))
) as listed
where :afterKey::text is null or (key, id) > (:afterKey::text collate "C", :afterId::uuid)
order by key, id
limit :limit::int
