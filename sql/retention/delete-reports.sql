-- Deletes the reports that are due, and keeps what they came to: reports of a month by place and basis, added to what is kept already; and
-- the distinct children of that month, place and basis, of those that stay too, so that a child whose reports are deleted at two times counts once.
with dated as (
  select
    report.id,
    date_trunc('month', coalesce(report.observed_from, episode.started_at) at time zone 'Europe/London')::date as month,
    case when not report.is_private_address then report.place_id end as place_id,
    report.basis,
    report.child_id,
    case when report.episode_id is null then report.observed_from else episode.ended_at end < :before::timestamptz
      and (not :isUncorroborated::boolean or report.basis = 'suspected' or coalesce(report.info_assess in ('D', 'E'), false)) as is_due
  from location_report as report
  left join missing_episode as episode on episode.id = report.episode_id
), kept as (
  insert into kept_count as k (month, place_id, basis, reports, children)
  select month, place_id, basis, count(*) filter (where is_due), count(distinct child_id)
  from dated
  group by month, place_id, basis
  having bool_or(is_due)
  on conflict on constraint kept_count_once do update
    set reports = k.reports + excluded.reports, children = greatest(k.children, excluded.children), kept_at = now()
)
delete from location_report
using dated
where location_report.id = dated.id and dated.is_due
