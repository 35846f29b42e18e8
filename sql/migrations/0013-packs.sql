-- The pack of a meeting: what the group was told of a month, frozen. What arrives later stands beside it and never in it.

-- Which reports were there, in which version, when the run of a month read them: by this the next pack tells a report that came late from one
-- that was placed, joined or corrected since.
create table run_known (
  run_id uuid constraint run_known_pk primary key constraint run_known_run references run (id) on delete cascade,
  report_ids uuid[] not null,
  report_versions integer[] not null,
  constraint run_known_whole check (cardinality(report_ids) = cardinality(report_versions))
);

create table pack (
  -- Meetings come later (0015), so there is no foreign key.
  meeting_id uuid constraint pack_pk primary key,
  run_id uuid not null constraint pack_run references run (id),
  month text not null constraint pack_month_shape check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  -- The pack that this one is compared with: of the month before, or the latest before that. It may be deleted by age before this one is.
  previous_id uuid,
  frozen_at timestamptz not null,
  -- City-wide: what everybody of Part A is told (G2). Numbers of 1 to 4 are words in it.
  content jsonb not null,
  -- SHA-256 over the content's canonical JSON, which holds the digests of the pack's other documents.
  hash bytea not null constraint pack_hash_whole check (octet_length(hash) = 32),
  constraint pack_not_before_itself check (previous_id <> meeting_id)
);
create index pack_run_index on pack (run_id);
create index pack_month_index on pack (month, frozen_at);

-- What only the group itself is told (those whose grant reaches everything): drafts of plans, and actions that hang on no place.
create table pack_group (
  meeting_id uuid constraint pack_group_pk primary key constraint pack_group_pack references pack (meeting_id) on delete cascade,
  content jsonb not null
);

-- A hotspot in a pack: what it is, where its review stands, what is planned there. No count.
create table pack_place (
  meeting_id uuid not null constraint pack_place_pack references pack (meeting_id) on delete cascade,
  hotspot_id uuid not null constraint pack_place_hotspot references hotspot_review (id),
  content jsonb not null,
  constraint pack_place_pk primary key (meeting_id, hotspot_id)
);
create index pack_place_hotspot_index on pack_place (hotspot_id);

-- What is counted there, in bands and words (G2), its referrals, patrols and actions: not for those a place is listed for or referred to.
create table pack_place_count (
  meeting_id uuid not null,
  hotspot_id uuid not null,
  content jsonb not null,
  constraint pack_place_count_pk primary key (meeting_id, hotspot_id),
  constraint pack_place_count_place foreign key (meeting_id, hotspot_id) references pack_place (meeting_id, hotspot_id) on delete cascade
);

-- The exact numbers (G1), and each difference from the pack before.
create table pack_exact (
  meeting_id uuid constraint pack_exact_pk primary key constraint pack_exact_pack references pack (meeting_id) on delete cascade,
  content jsonb not null
);

-- Which reports and episodes were there at the freezing, in which version, and which episodes the twelve months counted.
create table pack_known (
  meeting_id uuid constraint pack_known_pk primary key constraint pack_known_pack references pack (meeting_id) on delete cascade,
  report_ids uuid[] not null,
  report_versions integer[] not null,
  episode_ids uuid[] not null,
  episode_versions integer[] not null,
  counted_episodes uuid[] not null,
  constraint pack_known_whole check (
    cardinality(report_ids) = cardinality(report_versions) and cardinality(episode_ids) = cardinality(episode_versions))
);

-- No role may change or delete a row; nor may whoever owns the tables, but for whole packs that are older than any are kept for less.
create function refuse_change_of_pack() returns trigger language plpgsql as $$
begin
  raise exception 'A pack is frozen.' using errcode = 'PR003';
end $$;
create trigger pack_frozen before update on pack for each row execute function refuse_change_of_pack();
create trigger pack_kept before delete on pack for each row when (old.frozen_at > now() - interval '12 months')
  execute function refuse_change_of_pack();
create trigger pack_group_frozen before update on pack_group for each row execute function refuse_change_of_pack();
create trigger pack_place_frozen before update on pack_place for each row execute function refuse_change_of_pack();
create trigger pack_place_count_frozen before update on pack_place_count for each row execute function refuse_change_of_pack();
create trigger pack_exact_frozen before update on pack_exact for each row execute function refuse_change_of_pack();
create trigger pack_known_frozen before update on pack_known for each row execute function refuse_change_of_pack();

alter table run_known enable row level security;
alter table pack enable row level security;
alter table pack_group enable row level security;
alter table pack_place enable row level security;
alter table pack_place_count enable row level security;
alter table pack_exact enable row level security;
alter table pack_known enable row level security;

create policy pack_read on pack for select to place_risk_group using (true);
create policy pack_of_exact on pack for select to place_risk_case using (
  (select reading_role()) in ('coordinator', 'group_chair')
);
create policy pack_group_read on pack_group for select to place_risk_group using (current_setting('app.reach', true) = 'all');
create policy pack_place_reached on pack_place for select to place_risk_group using (reaches(hotspot_id));
create policy pack_place_count_reached on pack_place_count for select to place_risk_group using (
  current_setting('app.reach', true) in ('all', 'areas') and reaches(hotspot_id)
);
create policy pack_exact_seen on pack_exact for select to place_risk_case using (
  (select reading_role()) in ('coordinator', 'group_chair')
);
create policy run_known_intake on run_known for all to place_risk_intake using (true);
create policy pack_intake on pack for all to place_risk_intake using (true);
create policy pack_group_intake on pack_group for all to place_risk_intake using (true);
create policy pack_place_intake on pack_place for all to place_risk_intake using (true);
create policy pack_place_count_intake on pack_place_count for all to place_risk_intake using (true);
create policy pack_exact_intake on pack_exact for all to place_risk_intake using (true);
create policy pack_known_intake on pack_known for all to place_risk_intake using (true);

grant select on pack, pack_group, pack_place, pack_place_count to place_risk_group;
grant select on pack, pack_exact to place_risk_case;
grant select, insert on run_known, pack, pack_group, pack_place, pack_place_count, pack_exact, pack_known to place_risk_intake;

-- What came since a pack, by membership: of no report that came can it be asked when it came or where it stands. For nobody but the two below.
create function came_since_pack(of uuid)
returns table (reports integer, reports_of_period integer, reports_changed integer, episodes integer, episodes_of_period integer, episodes_changed integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with frozen as (
    select known.*, run.period_from, run.period_to
    from pack join pack_known as known using (meeting_id) join run on run.id = pack.run_id
    where pack.meeting_id = of
  ), report as (
    select now.id, now.version, was.version as known_version,
      (coalesce(now.observed_from, episode.started_at) at time zone 'Europe/London')::date as day
    from location_report as now
    left join missing_episode as episode on episode.id = now.episode_id
    left join (select unnest(report_ids) as id, unnest(report_versions) as version from frozen) as was on was.id = now.id
  ), episode as (
    select now.id, now.version, was.version as known_version, (now.started_at at time zone 'Europe/London')::date as day
    from missing_episode as now
    left join (select unnest(episode_ids) as id, unnest(episode_versions) as version from frozen) as was on was.id = now.id
  )
  select
    (select count(*) from report where known_version is null)::int,
    (select count(*) from report where known_version is null and day >= period_from and day < period_to)::int,
    (select count(*) from report where version <> known_version)::int,
    (select count(*) from episode where known_version is null)::int,
    (select count(*) from episode where known_version is null and day >= period_from and day < period_to)::int,
    (select count(*) from episode where version <> known_version)::int
  from frozen
$$;
revoke execute on function came_since_pack(uuid) from public;

-- A count that goes on growing, as partners are told it: 1 to 4 in words, then in steps of five. Of two answers the difference tells of no single report.
create function told_count(part integer) returns text
language sql immutable set search_path = public, pg_temp as $$
  select case when part between 1 and 4 then 'fewer than 5' else (part / 5 * 5)::text end
$$;

create function told_since_pack(of uuid)
returns table (reports text, reports_of_period text, reports_changed text, episodes text, episodes_of_period text, episodes_changed text)
language sql stable security definer set search_path = public, pg_temp as $$
  select
    told_count(reports), told_count(reports_of_period), told_count(reports_changed),
    told_count(episodes), told_count(episodes_of_period), told_count(episodes_changed)
  from came_since_pack(of)
$$;
revoke execute on function told_since_pack(uuid) from public;
grant execute on function told_since_pack(uuid) to place_risk_group;

-- For co-ordinator and chair, once a line of the log has opened it.
create function counted_since_pack(of uuid)
returns table (reports integer, reports_of_period integer, reports_changed integer, episodes integer, episodes_of_period integer, episodes_changed integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select came.* from came_since_pack(of) as came where (select reading_role()) in ('coordinator', 'group_chair')
$$;
revoke execute on function counted_since_pack(uuid) from public;
grant execute on function counted_since_pack(uuid) to place_risk_case;
