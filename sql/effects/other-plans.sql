-- Places of other plans that were under way in a plan's windows: one of its comparators, or near it and not judged together with it.
select distinct review.name, other_place.place_id is not null as "isComparator"
from plan
join hotspot_review as own on own.id = plan.hotspot_id
join plan as other on other.id <> plan.id and other.hotspot_id <> plan.hotspot_id
join hotspot_review as review on review.id = other.hotspot_id
left join plan_place as other_place
  on other_place.plan_id = plan.id and other_place.place_id = review.place_id and other_place.use = 'comparator'
where plan.id = :planId::uuid
  and exists (select from step where step.thing = 'plan' and step.thing_id = other.id and step.to_state = 'active')
  and other.starts_on < plan.evaluation_to
  and (other.ended_on is null or other.ended_on > plan.baseline_from)
  and (
    other_place.place_id is not null
    or st_dwithin(hotspot_shape(own.geometry), hotspot_shape(review.geometry), :metres::float8)
      and not exists (
        select from plan_place as together
        where together.plan_id = plan.id and together.use = 'together' and together.place_id = review.place_id
      )
  )
order by review.name
