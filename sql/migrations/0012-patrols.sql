-- Patrol tasks: asked for by the meeting, made into a task by a planner of the area, visited, and over after some weeks whatever happens.

create table patrol (
  id uuid constraint patrol_pk primary key,
  -- What people call it by: P-12.
  number integer not null generated always as identity constraint patrol_number_once unique,
  hotspot_id uuid not null constraint patrol_hotspot references hotspot_review (id),
  meeting_id uuid,
  objective text not null constraint patrol_objective_length check (char_length(objective) between 1 and 300),
  why text not null constraint patrol_why_length check (char_length(why) between 1 and 1000),
  requested_at timestamptz not null,
  requested_by text not null,
  state text not null constraint patrol_state_known check (state in (
    'requested', 'triaged', 'tasked', 'rejected', 'active', 'expired', 'completed', 'debriefed')),
  -- When it came into its state.
  since timestamptz not null,
  -- Hours of the local week: [{"fromHour": 0 to 167, "hours": …}], 0 is Monday 00:00 to 01:00.
  windows jsonb not null default '[]' constraint patrol_windows_listed check (jsonb_typeof(windows) = 'array'),
  dwell_minutes integer constraint patrol_dwell_range check (dwell_minutes between 10 and 15),
  visits_a_day integer constraint patrol_visits_a_day_range check (visits_a_day between 1 and 12),
  activities text[] not null default '{}' constraint patrol_activities_known check (activities <@ array[
    'visible_foot_patrol', 'engagement', 'premises_visit', 'cctv_liaison', 'partner_joint', 'safeguarding_check']),
  risk_notes text constraint patrol_risk_notes_length check (char_length(risk_notes) between 1 and 1000),
  briefing text constraint patrol_briefing_length check (char_length(briefing) between 1 and 2000),
  -- The first and the last day of a task.
  valid_from date,
  valid_to date,
  version integer not null default 1,
  constraint patrol_task_whole check (
    state in ('requested', 'triaged', 'rejected')
    or (jsonb_array_length(windows) > 0 and dwell_minutes is not null and visits_a_day is not null and cardinality(activities) > 0
      and valid_from is not null and valid_to is not null)
  ),
  constraint patrol_valid_in_order check (valid_from <= valid_to)
);
create index patrol_hotspot_index on patrol (hotspot_id);
create index patrol_meeting_index on patrol (meeting_id);
create index patrol_due_index on patrol (valid_to) where state in ('tasked', 'active');

create constraint trigger patrol_state_recorded after insert or update of state on patrol
  deferrable initially deferred for each row execute function state_is_recorded('patrol');

-- A visit on the street. Its id is made where it begins, so that sending it twice keeps it once.
create table patrol_visit (
  id uuid constraint patrol_visit_pk primary key,
  patrol_id uuid not null constraint patrol_visit_patrol references patrol (id),
  hotspot_id uuid not null constraint patrol_visit_hotspot references hotspot_review (id),
  officer_id uuid not null,
  officer_name text not null,
  how text not null constraint patrol_visit_how_known check (how in ('foot', 'vehicle', 'cycle')),
  started_at timestamptz not null,
  -- Null: it is under way.
  ended_at timestamptz,
  -- Null until it is said what was done; then all of them.
  engagements integer constraint patrol_visit_engagements_range check (engagements between 0 and 999),
  safeguarding_actions integer constraint patrol_visit_safeguarding_range check (safeguarding_actions between 0 and 99),
  stop_and_search integer constraint patrol_visit_stop_and_search_range check (stop_and_search between 0 and 99),
  other_enforcement integer constraint patrol_visit_other_enforcement_range check (other_enforcement between 0 and 99),
  is_intelligence_submitted boolean,
  version integer not null default 1,
  constraint patrol_visit_in_order check (ended_at >= started_at),
  constraint patrol_visit_said_whole check (
    num_nulls(engagements, safeguarding_actions, stop_and_search, other_enforcement, is_intelligence_submitted) in (0, 5)),
  constraint patrol_visit_said_after_end check (engagements is null or ended_at is not null),
  constraint patrol_visit_one_under_way exclude (officer_id with =) where (ended_at is null)
);
create index patrol_visit_patrol_index on patrol_visit (patrol_id, started_at);
create index patrol_visit_hotspot_index on patrol_visit (hotspot_id, started_at);
create index patrol_visit_officer_index on patrol_visit (officer_id, started_at);

-- A shift's visits in the order of a planner.
create table patrol_shift (
  id uuid constraint patrol_shift_pk primary key,
  day date not null,
  -- Wall clock, HH:MM; an end that is not after the beginning is of the next day.
  from_time text not null constraint patrol_shift_from_time_shape check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null constraint patrol_shift_to_time_shape check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  how text not null constraint patrol_shift_how_known check (how in ('foot', 'vehicle')),
  -- Of the planner when it was made: whose police neighbourhoods it is for.
  area_ids uuid[] not null,
  made_at timestamptz not null,
  made_by text not null,
  version integer not null default 1
);
create index patrol_shift_day_index on patrol_shift (day);

create table patrol_shift_stop (
  shift_id uuid not null constraint patrol_shift_stop_shift references patrol_shift (id) on delete cascade,
  position integer not null constraint patrol_shift_stop_position_range check (position between 1 and 24),
  patrol_id uuid not null constraint patrol_shift_stop_patrol references patrol (id),
  hotspot_id uuid not null constraint patrol_shift_stop_hotspot references hotspot_review (id),
  constraint patrol_shift_stop_pk primary key (shift_id, position)
);
create index patrol_shift_stop_patrol_index on patrol_shift_stop (patrol_id);
create index patrol_shift_stop_hotspot_index on patrol_shift_stop (hotspot_id);

-- Every task whose last day is over expires, whoever asks first: the moment of the step is when the day ended. Gives how many.
create function expire_patrols(today date) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  expired integer;
begin
  with due as (
    select patrol.id, patrol.state, (patrol.valid_to + 1)::timestamp at time zone 'Europe/London' as over
    from patrol
    where patrol.state in ('tasked', 'active') and patrol.valid_to < today
    for update
  ), changed as (
    update patrol set state = 'expired', since = due.over, version = patrol.version + 1
    from due where patrol.id = due.id
    returning patrol.id, patrol.hotspot_id, due.state as was, due.over
  )
  insert into step (thing, thing_id, hotspot_id, step, from_state, to_state, at, person_name)
  select 'patrol', changed.id, changed.hotspot_id, 'expire', changed.was, 'expired', changed.over, 'The service' from changed;
  get diagnostics expired = row_count;
  return expired;
end $$;
revoke execute on function expire_patrols(date) from public;
grant execute on function expire_patrols(date) to place_risk_group, place_risk_intake;

-- What was done on some patrols, in sums: who may not see a visit may see these. Of visits that began in [from_moment, to_moment); null: no bound.
create function patrol_dose(which uuid[], from_moment timestamptz, to_moment timestamptz) returns table (
  patrol_id uuid, visits integer, minutes integer, in_windows integer, unsaid integer, engagements integer, safeguarding_actions integer,
  stop_and_search integer, other_enforcement integer, intelligence integer, last_on date,
  recent_visits integer, recent_welfare integer, recent_enforcement integer
)
language sql stable security definer set search_path = public, pg_temp as $$
  with ended as (
    select visit.*, patrol.windows, visit.engagements is not null as is_said, visit.started_at at time zone 'Europe/London' as local,
      -- The five latest of which it is said what was done.
      row_number() over (partition by visit.patrol_id, visit.engagements is null order by visit.started_at desc, visit.id) as nth
    from patrol_visit as visit
    join patrol on patrol.id = visit.patrol_id
    where visit.patrol_id = any (which) and visit.ended_at is not null
      and (from_moment is null or visit.started_at >= from_moment) and (to_moment is null or visit.started_at < to_moment)
      and (current_setting('role', true) = 'place_risk_intake' or reaches(visit.hotspot_id))
  )
  select ended.patrol_id,
    count(*)::integer,
    coalesce(round(sum(extract(epoch from ended.ended_at - ended.started_at)) / 60), 0)::integer,
    (count(*) filter (where exists (
      select from jsonb_to_recordset(ended.windows) as hours ("fromHour" integer, hours integer)
      where (((extract(isodow from ended.local)::integer - 1) * 24 + extract(hour from ended.local)::integer) - hours."fromHour" + 168) % 168 < hours.hours
    )))::integer,
    (count(*) filter (where not ended.is_said))::integer,
    coalesce(sum(ended.engagements), 0)::integer,
    coalesce(sum(ended.safeguarding_actions), 0)::integer,
    coalesce(sum(ended.stop_and_search), 0)::integer,
    coalesce(sum(ended.other_enforcement), 0)::integer,
    (count(*) filter (where ended.is_intelligence_submitted))::integer,
    max(ended.local::date),
    (count(*) filter (where ended.is_said and ended.nth <= 5))::integer,
    coalesce(sum(ended.engagements + ended.safeguarding_actions) filter (where ended.is_said and ended.nth <= 5), 0)::integer,
    coalesce(sum(ended.stop_and_search + ended.other_enforcement) filter (where ended.is_said and ended.nth <= 5), 0)::integer
  from ended
  group by ended.patrol_id
$$;
revoke execute on function patrol_dose(uuid[], timestamptz, timestamptz) from public;
grant execute on function patrol_dose(uuid[], timestamptz, timestamptz) to place_risk_group, place_risk_intake;

alter table patrol enable row level security;
alter table patrol_visit enable row level security;
alter table patrol_shift enable row level security;
alter table patrol_shift_stop enable row level security;

-- A place that was referred to somebody is not for them to see patrols of; single visits and shifts are for the police of the area.
create policy patrol_reached on patrol for all to place_risk_group using (
  current_setting('app.reach', true) is distinct from 'referred' and reaches(hotspot_id));
create policy patrol_visit_of_area on patrol_visit for all to place_risk_group using (
  current_setting('app.reach', true) = 'areas' and reaches(hotspot_id));
create policy patrol_shift_of_area on patrol_shift for all to place_risk_group using (
  current_setting('app.reach', true) = 'areas'
  and area_ids && string_to_array(nullif(current_setting('app.areas', true), ''), ',')::uuid[]);
create policy patrol_shift_stop_of_area on patrol_shift_stop for all to place_risk_group using (
  current_setting('app.reach', true) = 'areas' and reaches(hotspot_id));
create policy patrol_intake on patrol for select to place_risk_intake using (true);
create policy patrol_visit_intake on patrol_visit for select to place_risk_intake using (true);

grant select, insert, update on patrol, patrol_visit to place_risk_group;
grant select, insert, update, delete on patrol_shift, patrol_shift_stop to place_risk_group;
grant select on patrol, patrol_visit to place_risk_intake;
