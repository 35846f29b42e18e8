-- Of the reports of a period: those of which nobody recorded a time, and those that came after the month before had been read, about days that
-- it had counted. And what waits for a person, whatever its day.
with known as (
  select unnest(report_ids) as id from run_known where run_id = :beforeId::uuid
), old_run as (
  select period_to, case when not exists (select from run_known where run_id = run.id) then made_at end as made_at
  from run where id = :beforeId::uuid
), report as (
  select report.id, report.occurrence_id, report.time_precision, report.created_at,
    (coalesce(report.observed_from, episode.started_at) at time zone 'Europe/London')::date as day
  from location_report as report
  left join missing_episode as episode on episode.id = report.episode_id
  where report.handling is distinct from 'C'
)
select
  (
    select count(*) from (
      select from report where day >= :from::date and day < :to::date
      group by occurrence_id having bool_and(time_precision in ('date', 'unknown'))
    ) as untimed
  )::int as "dateOnly",
  (
    select count(distinct report.occurrence_id) from report cross join old_run
    where day >= :from::date and day < old_run.period_to
      and case when old_run.made_at is null then not exists (select from known where known.id = report.id)
        else report.created_at > old_run.made_at end
  )::int as late,
  (select count(*) from location_report where geom is null and set_aside_reason is null)::int as "waitingToPlace",
  (
    select count(*) from likely_duplicate as pair
    join location_report as one on one.id = pair.first_report_id
    join location_report as other on other.id = pair.second_report_id
    where pair.state = 'waiting' and one.occurrence_id <> other.occurrence_id
  )::int as "likelyDuplicates"
