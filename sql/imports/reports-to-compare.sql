-- The batch's reports that may tell of what another tells of: known child, known episode.
select id
from location_report
where batch_id = :batch and child_id is not null and episode_id is not null and geom is not null
