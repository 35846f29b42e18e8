-- A page of referrals: late ones first, then the first to start, then those to look back on, then what is over (the latest first).
select id, key
from (
  select referral.id, case
      when referral.state = 'submitted' and referral.answer_by < :today::date
        or referral.state in ('submitted', 'more_info', 'accepted', 'scheduled') and referral.start_by < :today::date
        then '0 ' || to_char(referral.start_by, 'YYYY-MM-DD')
      when referral.state in ('draft', 'submitted', 'more_info', 'accepted', 'scheduled', 'in_delivery') then '1 ' || to_char(referral.start_by, 'YYYY-MM-DD')
      when referral.state = 'completed' then '2 ' || to_char(referral.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
      else '3 ' || lpad((100000 - ((referral.since at time zone 'UTC')::date - date '2000-01-01'))::text, 6, '0')
    end collate "C" as key
  from referral
  where (:hotspotId::uuid is null or referral.hotspot_id = :hotspotId::uuid)
    and (:meetingId::uuid is null or referral.meeting_id = :meetingId::uuid)
    and (:states::text[] is null or referral.state = any (:states::text[]))
) as listed
where :afterKey::text is null or (key, id) > (:afterKey::text collate "C", :afterId::uuid)
order by key, id
limit :limit::int
