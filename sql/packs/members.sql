-- The occurrences of a month's places and of those of the month before, each with where it stood, what was known of it when the month
-- before was read, and what was done to its reports since. A run from before that was kept knew what was there when it was made.
with stood as (
  select coalesce(old_member.occurrence_id, new_member.occurrence_id) as occurrence_id,
    old_member.hotspot_id as before, new_member.hotspot_id as after
  from (select occurrence_id, hotspot_id from run_member where run_id = :beforeId::uuid) as old_member
  full join (select occurrence_id, hotspot_id from run_member where run_id = :runId::uuid) as new_member using (occurrence_id)
), known as (
  select unnest(report_ids) as id, unnest(report_versions) as version from run_known where run_id = :beforeId::uuid
), report as (
  select
    report.id, report.occurrence_id, report.child_id, report.basis, coalesce(report.observed_from, episode.started_at) as at,
    coalesce(known.version, case when old_run.id is not null and report.created_at <= old_run.made_at then 1 end) as known_version
  from location_report as report
  left join missing_episode as episode on episode.id = report.episode_id
  left join known on known.id = report.id
  left join run as old_run on old_run.id = :beforeId::uuid and not exists (select from run_known where run_id = :beforeId::uuid)
  -- Handling code C is for the agency that controls it: what is shared never counts it.
  where report.handling is distinct from 'C'
), told as (
  -- The strongest report tells of the occurrence, as in hotspots/in-period.sql.
  select distinct on (occurrence_id) occurrence_id, child_id, at
  from report
  order by occurrence_id, array_position(array['found', 'disclosed', 'sighted', 'suspected', 'frequented'], basis), at, id
)
select
  stood.before,
  stood.after,
  to_char(told.at at time zone 'Europe/London', 'YYYY-MM-DD') as day,
  told.child_id as "childId",
  exists (
    select from report where report.occurrence_id = stood.occurrence_id and report.known_version is not null
  ) as "wasKnown",
  case when stood.before is distinct from stood.after then array(
    select distinct revision.change
    from report
    join location_report_revision as revision on revision.report_id = report.id and revision.version >= report.known_version
    where report.occurrence_id = stood.occurrence_id
    order by revision.change
  ) else '{}' end as changes
from stood
join told on told.occurrence_id = stood.occurrence_id
