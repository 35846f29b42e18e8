insert into missing_episode_revision (episode_id, version, was, batch_id)
select
  episode.id, episode.version,
  jsonb_build_object('episode', to_jsonb(episode), 'interview', to_jsonb(interview)),
  :batch
from staged_episode as staged
join missing_episode as episode on episode.source_hmac = staged.source_hmac
left join return_interview as interview on interview.episode_id = episode.id
where staged.batch_id = :batch
