-- What the reports were before follow-children changes them.
insert into location_report_revision (report_id, version, was, change, batch_id)
select report.id, report.version, to_jsonb(report), 'imported', :batch
from staged_episode as staged
join missing_episode as episode on episode.source_hmac = staged.source_hmac
join child on child.source_hmac = staged.child_source_hmac
join location_report as report on report.episode_id = episode.id and report.child_id = episode.child_id
where staged.batch_id = :batch
  and episode.child_id <> child.id
