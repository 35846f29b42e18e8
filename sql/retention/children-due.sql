-- Of whom nothing is left once what is due is gone.
select count(*) as count
from child
where created_at < :before::timestamptz
  and not exists (
    select from missing_episode as episode
    where episode.child_id = child.id and (episode.ended_at < :episodesBefore::timestamptz) is not true
  )
  and not exists (
    select from location_report as report
    left join missing_episode as episode on episode.id = report.episode_id
    where report.child_id = child.id
      and (case when report.episode_id is null then report.observed_from else episode.ended_at end < case
        when report.basis = 'suspected' or report.info_assess in ('D', 'E') then greatest(:episodesBefore::timestamptz, :uncorroboratedBefore::timestamptz)
        else :episodesBefore::timestamptz end) is not true
  )
