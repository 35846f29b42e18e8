-- Always in the order of their ids: two that are merged into each other at once wait instead of blocking each other.
select id from hotspot_review where id = any (:ids::uuid[]) order by id for update
