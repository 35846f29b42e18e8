-- Pairs of reports that may tell of one occurrence, at least one of them among the given: same child and episode, same place or within
-- the likelyDuplicateMetres of the policy settings (50 m),
-- overlapping times. A date is its whole day in London; an unknown time is as long as its episode. What a person decided is left alone.
with timed as (
  select
    report.id, report.child_id, report.episode_id, report.place_id, report.geom, report.occurrence_id,
    case
      when report.observed_from is null or (report.time_precision = 'unknown' and report.observed_to is null) then tstzrange(
        case when episode.start_precision = 'date'
          then date_trunc('day', episode.started_at at time zone 'Europe/London') at time zone 'Europe/London'
          else episode.started_at end,
        case when episode.end_precision = 'date'
          then (date_trunc('day', episode.ended_at at time zone 'Europe/London') + interval '1 day') at time zone 'Europe/London'
          else episode.ended_at end,
        '[]')
      when report.time_precision = 'date' then tstzrange(
        date_trunc('day', report.observed_from at time zone 'Europe/London') at time zone 'Europe/London',
        (date_trunc('day', coalesce(report.observed_to, report.observed_from) at time zone 'Europe/London') + interval '1 day')
          at time zone 'Europe/London',
        '[)')
      else tstzrange(
        report.observed_from,
        greatest(report.observed_to, report.observed_from + case report.time_precision
          when 'hour' then interval '1 hour' when 'day_part' then interval '6 hours' else interval '0' end),
        '[]')
    end as span
  from location_report as report
  join missing_episode as episode on episode.id = report.episode_id
  where report.child_id is not null
    and report.geom is not null
    and report.episode_id in (select given.episode_id from location_report as given where given.id = any(:reportIds::uuid[]))
)
insert into likely_duplicate (first_report_id, second_report_id)
select first.id, second.id
from timed as first
join timed as second
  on second.episode_id = first.episode_id and second.child_id = first.child_id and second.id > first.id
where (first.id = any(:reportIds::uuid[]) or second.id = any(:reportIds::uuid[]))
  and first.occurrence_id <> second.occurrence_id
  and (first.place_id = second.place_id or st_dwithin(first.geom, second.geom,
    coalesce((select (value #>> '{}')::float8 from policy_setting where name = 'likelyDuplicateMetres'), 50)))
  and first.span && second.span
on conflict do nothing
