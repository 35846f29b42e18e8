-- Children with two episodes or more in the month, or with three or more within thirty days whose last began in it. The third of three that
-- begins exactly thirty days after the first is not within them.
with bounds as (
  select
    (:month::text || '-01')::timestamp at time zone 'Europe/London' as month_from,
    ((:month::text || '-01')::timestamp + interval '1 month') at time zone 'Europe/London' as month_to,
    ((:month::text || '-01')::timestamp - interval '11 months') at time zone 'Europe/London' as year_from
), counted as (
  select
    episode.child_id,
    count(*) filter (where episode.started_at >= month_from)::int as in_month,
    count(*)::int as in_year,
    max((
      select count(*) from missing_episode as earlier
      where earlier.child_id = episode.child_id
        and earlier.started_at <= episode.started_at
        and earlier.started_at > episode.started_at - interval '30 days'
    )) filter (where episode.started_at >= month_from)::int as most,
    bool_or(episode.ended_at is null) as is_missing
  from missing_episode as episode, bounds
  where episode.started_at >= year_from and episode.started_at < month_to
  group by episode.child_id
)
select
  child.id as "childId",
  child.reference,
  counted.in_month as "episodesInMonth",
  counted.in_year as "episodesInYear",
  counted.most as "mostInThirtyDays",
  counted.most >= 3 as "isThreeInThirty",
  counted.is_missing as "isMissingNow",
  array(
    select place.name
    from location_report as report
    join place on place.id = report.place_id, bounds
    where report.child_id = child.id and report.observed_from >= year_from and report.observed_from < month_to
    group by place.name
    order by max(report.observed_from) desc, place.name
    limit 4
  ) as places,
  coalesce(
    (select json_agg(json_build_object(
        'id', note.id, 'words', note.words, 'at', to_char(note.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'by', note.by_name, 'version', note.version) order by note.at, note.id)
     from meeting_child_note as note where note.meeting_id = :meetingId::uuid and note.child_id = child.id),
    '[]'
  ) as notes
from counted
join child on child.id = counted.child_id
where counted.in_month >= 2 or counted.most >= 3
order by (counted.most >= 3) desc, counted.in_month desc, counted.in_year desc, child.reference
