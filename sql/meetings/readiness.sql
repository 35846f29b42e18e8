select
  exists (select from run where run.kind = 'month' and to_char(run.period_to - 1, 'YYYY-MM') = :month::text) as "isMonthStored",
  is_anything_to_place() as "isAnythingToPlace",
  (select count(*) from action where state in ('open', 'in_progress') and due_on < :today::date)::int as "actionsOverdue",
  (select count(*) from hotspot_review where state = 'candidate')::int as candidates,
  (select count(*) from plan where ended_on is null and review_on <= :today::date)::int as "plansToReview"
