-- The place, and the best times of the latest stored month that shows it.
select
  review.place_id as "placeId",
  coalesce((
    select shared.hotspot #> '{findings,windows}'
    from run_shared as shared
    where shared.hotspot_id = review.id
      and shared.run_id = (select id from run where kind = 'month' order by period_to desc limit 1)
  ), '[]') as windows
from hotspot_review as review
where review.id = :reviewId::uuid
