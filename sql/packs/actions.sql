-- Actions that are not done.
select
  id,
  hotspot_id as "hotspotId",
  year || '-' || lpad(number::text, greatest(2, length(number::text)), '0') as number,
  title as what,
  owner_name as owner,
  owner_agency as agency,
  due_on as "dueOn",
  due_on < :today::date as "isOverdue"
from action
where state in ('open', 'in_progress')
order by due_on, year, number
