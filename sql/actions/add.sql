insert into action (
  id, year, number, title, hotspot_id, about, about_id, meeting_id, owner_id, owner_name, owner_role, owner_agency,
  priority, due_on, raised_on, raised_by_name, state
)
values (
  :id::uuid, :year::int, :number::int, :title::text, :hotspotId::uuid, :about::text, :aboutId::uuid, :meetingId::uuid, :ownerId::uuid,
  :ownerName::text, :ownerRole::text, :ownerAgency::text, :priority::text, :dueOn::date, :today::date, :raisedBy::text, 'open'
)
