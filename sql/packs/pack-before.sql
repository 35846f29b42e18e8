-- The latest pack of an earlier month: what the pack of a month is compared with.
select
  pack.meeting_id as "meetingId",
  pack.month,
  to_char(pack.frozen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "frozenAt",
  pack.run_id as "runId",
  run.period_to as "to",
  run.method,
  run.method_version as version,
  cardinality(known.counted_episodes) as "countedEpisodes",
  -- Runs from before members were kept have none.
  exists (select from run_member where run_member.run_id = pack.run_id) as "hasMembers"
from pack
join pack_known as known using (meeting_id)
join run on run.id = pack.run_id
where pack.month < :month
order by pack.month desc, pack.frozen_at desc, pack.meeting_id
limit 1
