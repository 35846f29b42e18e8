-- Plans that are not over, and those that ended since a day, each with its measures about the place and what the latest working out says.
select
  plan.id,
  plan.hotspot_id as "hotspotId",
  plan.objective,
  plan.state,
  plan.owner_name || ', ' || plan.owner_agency as owner,
  case when plan.ended_on is null then plan.review_on end as "reviewOn",
  effect.sentence as effect,
  coalesce((
    select jsonb_agg(jsonb_build_object('code', measure.code, 'state', measure.state) order by measure.code, measure.state, measure.id)
    from plan_measure as measure
    where measure.plan_id = plan.id
  ), '[]') as measures
from plan
left join lateral (
  select latest.sentence from plan_effect as latest
  where latest.plan_id = plan.id
  order by latest.worked_out_at desc
  limit 1
) as effect on true
where plan.ended_on is null or plan.ended_on >= :from::date
order by plan.number
