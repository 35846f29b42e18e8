-- A report is as old as the end of its episode, so one of an episode that goes on is never due; without an episode, as what it tells of.
select count(*) as count
from location_report as report
left join missing_episode as episode on episode.id = report.episode_id
where case when report.episode_id is null then report.observed_from else episode.ended_at end < :before::timestamptz
  and (not :isUncorroborated::boolean or report.basis = 'suspected' or report.info_assess in ('D', 'E'))
