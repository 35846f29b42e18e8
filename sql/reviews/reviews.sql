-- Places under review as far as the reader's grant reaches, what waits for a decision first; within a state what is shown now, by its rank.
with latest as (
  select id from run where kind = 'month' order by period_to desc limit 1
)
select
  review.id,
  review.name,
  review.category,
  review.state,
  to_char(review.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
  review.place_id as "placeId",
  review.geometry,
  review.is_approximate as "isApproximate",
  array(
    select area.name from area
    where area.id = any (review.area_ids) and area.kind = 'ward'
    order by area.name
  ) as wards,
  case when into_one.id is not null then json_build_object('id', into_one.id, 'name', into_one.name) end as "mergedInto",
  review.first_month as "firstMonth",
  review.last_month as "lastMonth",
  to_char((review.since + make_interval(months => :candidateMonths::int)) at time zone 'Europe/London', 'YYYY-MM-DD') as "lapsesOn",
  shared.hotspot as now,
  plan.state as "planState",
  review.version
from hotspot_review as review
left join hotspot_review as into_one on into_one.id = review.merged_into
left join plan on plan.hotspot_id = review.id and plan.ended_on is null
left join run_shared as shared on shared.hotspot_id = review.id and shared.run_id = (select id from latest)
where (:id::uuid is null or review.id = :id::uuid)
  and (:states::text[] is null or review.state = any (:states::text[]))
order by
  array_position(array['candidate', 'confirmed', 'under_assessment', 'plan_active', 'monitoring', 'closed', 'dismissed', 'lapsed', 'merged'], review.state),
  -- Whom a list or a referral reaches is not told how places rank.
  case when :isTold::boolean then shared.rank end nulls last,
  review.name,
  review.id
