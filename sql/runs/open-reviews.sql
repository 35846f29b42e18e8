-- Every hotspot that a month shows to partners is under review from its first: a candidate, which only a person confirms. One that had
-- lapsed is a candidate again.
with shown as (
  select shared.hotspot_id as id, shared.place_id, shared.area_ids, shared.hotspot, to_char(run.period_to - 1, 'YYYY-MM') as month
  from run_shared as shared
  join run on run.id = shared.run_id
  where shared.run_id = :runId::uuid
), before as (
  select review.id, review.state from hotspot_review as review join shown on shown.id = review.id
), kept as (
  insert into hotspot_review as review (id, name, category, place_id, area_ids, geometry, is_approximate, since, first_month, last_month)
  select id, hotspot ->> 'name', hotspot ->> 'category', place_id, area_ids, hotspot -> 'geometry', (hotspot ->> 'isApproximate')::boolean,
    :now::timestamptz, month, month
  from shown
  on conflict (id) do update set
    -- The latest month has the say; an earlier one that is stored later only adds to how long it has been known.
    name = case when excluded.last_month >= review.last_month then excluded.name else review.name end,
    category = case when excluded.last_month >= review.last_month then excluded.category else review.category end,
    area_ids = case when excluded.last_month >= review.last_month then excluded.area_ids else review.area_ids end,
    geometry = case when excluded.last_month >= review.last_month then excluded.geometry else review.geometry end,
    is_approximate = case when excluded.last_month >= review.last_month then excluded.is_approximate else review.is_approximate end,
    first_month = least(review.first_month, excluded.first_month),
    last_month = greatest(review.last_month, excluded.last_month),
    state = case review.state when 'lapsed' then 'candidate' else review.state end,
    since = case review.state when 'lapsed' then excluded.since else review.since end,
    version = review.version + 1
  returning review.id, review.state
)
insert into step (thing, thing_id, hotspot_id, step, from_state, to_state, at, person_name)
select 'review', kept.id, kept.id, case before.state when 'lapsed' then 'return' else 'begin' end, before.state, kept.state, :now::timestamptz, 'The service'
from kept
left join before on before.id = kept.id
where before.id is null or before.state = 'lapsed'
