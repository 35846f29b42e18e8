-- Every episode that is kept here, with what the pack before knew of it (null: there is none).
with known as (
  select unnest(episode_ids) as id, unnest(episode_versions) as version from pack_known where meeting_id = :previousId::uuid
), counted as (
  select unnest(counted_episodes) as id from pack_known where meeting_id = :previousId::uuid
)
select
  episode.id,
  episode.version,
  episode.child_id as "childId",
  to_char(episode.started_at at time zone 'Europe/London', 'YYYY-MM-DD') as day,
  episode.started_at as "startedAt",
  episode.placement_location is not distinct from 'OUT' as "isPlacedOut",
  episode.host_la as "hostLa",
  interview.bucket,
  exists (select from location_report as report where report.episode_id = episode.id) as "hasReport",
  known.id is not null as "wasKnown",
  counted.id is not null as "wasCounted"
from missing_episode as episode
left join return_interview as interview on interview.episode_id = episode.id
left join known on known.id = episode.id
left join counted on counted.id = episode.id
order by episode.started_at, episode.id
