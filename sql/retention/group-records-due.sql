-- Meetings by their day; what else the group keeps by the day on which it ended. What is still open is kept, however old.
select (
  (select count(*) from meeting where held_on < (:before::timestamptz at time zone 'Europe/London')::date)
  + (select count(*) from action where state in ('complete', 'verified', 'cancelled') and due_on < (:before::timestamptz at time zone 'Europe/London')::date)
  + (select count(*) from plan where ended_on < (:before::timestamptz at time zone 'Europe/London')::date)
  + (select count(*) from referral where state in ('declined', 'outcome_reviewed', 'cancelled') and since < :before::timestamptz)
  + (select count(*) from patrol where state in ('debriefed', 'rejected') and since < :before::timestamptz)
)::int as count
