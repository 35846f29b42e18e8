select
  count(*) filter (where state in ('open', 'in_progress'))::int as "toDo",
  count(*) filter (where state in ('open', 'in_progress') and due_on < :today::date)::int as overdue,
  count(*) filter (where state in ('open', 'in_progress') and owner_id = :person::uuid)::int as mine
from action
