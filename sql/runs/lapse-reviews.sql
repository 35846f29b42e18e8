-- Candidates that nobody reviewed within the set time, and that this month does not show, lapse.
with lapsed as (
  update hotspot_review as review
  set state = 'lapsed', since = :now::timestamptz, version = version + 1
  where state = 'candidate'
    and since < :now::timestamptz - make_interval(months => :candidateMonths::int)
    and not exists (select from run_shared as shared where shared.run_id = :runId::uuid and shared.hotspot_id = review.id)
  returning id
)
insert into step (thing, thing_id, hotspot_id, step, from_state, to_state, at, person_name, why)
select 'review', id, id, 'lapse', 'candidate', 'lapsed', :now::timestamptz, 'The service',
  'Nobody reviewed it within ' || :candidateMonths::int || ' months, and it is not shown any more.'
from lapsed
