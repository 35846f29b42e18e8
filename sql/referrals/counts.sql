select (count(*) filter (where state = 'draft'))::int as draft,
  (count(*) filter (where state in ('submitted', 'more_info')))::int as new,
  (count(*) filter (where state in ('accepted', 'scheduled', 'in_delivery')))::int as "underWay",
  (count(*) filter (where state in ('completed', 'outcome_reviewed', 'declined', 'cancelled')))::int as done,
  (count(*) filter (where state = 'submitted' and answer_by < :today::date
    or state in ('submitted', 'more_info', 'accepted', 'scheduled') and start_by < :today::date))::int as late
from referral
