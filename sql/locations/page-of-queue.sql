-- A page of reports that nobody could place yet, or that were set aside, the oldest first.
select id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt"
from location_report
where geom is null
  and (set_aside_reason is not null) = :isSetAside::boolean
  and (:afterTime::timestamptz is null or (created_at, id) > (:afterTime::timestamptz, :afterId::uuid))
order by created_at, id
limit :limit::int
