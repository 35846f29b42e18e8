-- What is done about a place: disruption plans, their measures, and whether they worked.

-- The shape of a hotspot on the National Grid; a cluster that is told as a point stands for the 200 m square round it.
create function hotspot_shape(shape jsonb) returns geometry
language sql immutable set search_path = public, pg_temp as $$
  select case when st_geometrytype(placed.geom) = 'ST_Point' then st_expand(placed.geom, 100) else placed.geom end
  from (select st_transform(st_setsrid(st_geomfromgeojson(shape::text), 4326), 27700) as geom) as placed
$$;

create table plan (
  id uuid constraint plan_pk primary key,
  -- What people call it by: D-12.
  number integer not null generated always as identity constraint plan_number_once unique,
  hotspot_id uuid not null constraint plan_hotspot references hotspot_review (id),
  -- Where it was made; meetings come later (0015), so there is no foreign key.
  meeting_id uuid,
  objective text not null constraint plan_objective_length check (char_length(objective) between 1 and 1000),
  response text not null constraint plan_response_length check (char_length(response) <= 4000),
  -- Up to five: what should become safer, and how anybody will know.
  safety_goals jsonb not null constraint plan_goals_few check (jsonb_array_length(safety_goals) <= 5),
  lead_agency text not null constraint plan_lead_agency_length check (char_length(lead_agency) between 1 and 120),
  lead_role text not null constraint plan_lead_role_length check (char_length(lead_role) between 1 and 120),
  owner_id uuid not null constraint plan_owner references person (id),
  -- As they were when it was given: people move.
  owner_name text not null,
  owner_agency text not null,
  -- Whole days; ends are exclusive. The baseline ends where the plan starts.
  baseline_from date not null,
  starts_on date not null,
  evaluation_from date not null,
  evaluation_to date not null,
  buffer_metres integer not null constraint plan_buffer_range check (buffer_metres between 0 and 1000),
  review_on date not null,
  state text not null constraint plan_state_known check (state in ('draft', 'proposed', 'agreed', 'active', 'under_review',
    'closed_effective', 'closed_no_effect', 'closed_insufficient_data', 'withdrawn')),
  -- When it came into its state.
  since timestamptz not null,
  ended_on date,
  version integer not null default 1,
  constraint plan_days_in_order check (baseline_from < starts_on and starts_on <= evaluation_from and evaluation_from < evaluation_to),
  constraint plan_ended_whole check (
    (ended_on is not null) = (state in ('closed_effective', 'closed_no_effect', 'closed_insufficient_data', 'withdrawn'))),
  constraint plan_one_open_per_hotspot exclude (hotspot_id with =) where (ended_on is null)
);
create index plan_hotspot_index on plan (hotspot_id);
create index plan_owner_index on plan (owner_id);
create index plan_meeting_index on plan (meeting_id);

create constraint trigger plan_state_recorded after insert or update of state on plan
  deferrable initially deferred for each row execute function state_is_recorded('plan');

-- Scanning, victims, offenders, location and time, gaps in guardians, handlers and managers, analysis, assessment, lessons:
-- words for those who work with the whole of it.
create table plan_analysis (
  plan_id uuid constraint plan_analysis_pk primary key constraint plan_analysis_plan references plan (id),
  content jsonb not null
);

-- What a plan is compared with, and what is judged together with its own place.
create table plan_place (
  plan_id uuid not null constraint plan_place_plan references plan (id),
  place_id uuid not null constraint plan_place_place references place (id),
  use text not null constraint plan_place_use_known check (use in ('comparator', 'together')),
  constraint plan_place_pk primary key (plan_id, place_id)
);
create index plan_place_place_index on plan_place (place_id);

-- What a plan was before somebody changed it.
create table plan_revision (
  plan_id uuid not null constraint plan_revision_plan references plan (id),
  version integer not null,
  was jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint plan_revision_pk primary key (plan_id, version)
);

-- A measure about a place, of the catalogue in server/measures/catalogue.ts.
create table plan_measure (
  id uuid constraint plan_measure_pk primary key,
  plan_id uuid not null constraint plan_measure_plan references plan (id),
  hotspot_id uuid not null constraint plan_measure_hotspot references hotspot_review (id),
  meeting_id uuid,
  code text not null constraint plan_measure_code_length check (char_length(code) between 1 and 60),
  detail text not null constraint plan_measure_detail_length check (char_length(detail) between 1 and 1000),
  lead_agency text not null constraint plan_measure_lead_agency_length check (char_length(lead_agency) between 1 and 120),
  legal_basis text not null constraint plan_measure_legal_basis_length check (char_length(legal_basis) <= 300),
  authorised_by_rank text constraint plan_measure_rank_length check (char_length(authorised_by_rank) between 1 and 120),
  starts_on date,
  -- Its last day.
  ends_on date,
  outcome text constraint plan_measure_outcome_length check (char_length(outcome) between 1 and 2000),
  state text not null constraint plan_measure_state_known check (
    state in ('proposed', 'authorised', 'active', 'completed', 'refused', 'expired')),
  since timestamptz not null,
  proposed_by text not null,
  proposed_agency text not null,
  version integer not null default 1,
  constraint plan_measure_days_in_order check (starts_on <= ends_on),
  constraint plan_measure_completed_has_outcome check (state <> 'completed' or outcome is not null)
);
create index plan_measure_plan_index on plan_measure (plan_id);
create index plan_measure_hotspot_index on plan_measure (hotspot_id);
create index plan_measure_meeting_index on plan_measure (meeting_id);

create constraint trigger plan_measure_state_recorded after insert or update of state on plan_measure
  deferrable initially deferred for each row execute function state_is_recorded('measure');

-- That there is a measure about a person, or not, by the owning agency's reference: no name.
create table person_measure (
  id uuid constraint person_measure_pk primary key,
  plan_id uuid not null constraint person_measure_plan references plan (id),
  code text not null constraint person_measure_code_length check (char_length(code) between 1 and 60),
  is_in_place boolean not null,
  owning_agency text not null constraint person_measure_agency_length check (char_length(owning_agency) between 1 and 120),
  external_ref text constraint person_measure_ref_length check (char_length(external_ref) between 1 and 60),
  noted_by text not null,
  noted_at timestamptz not null,
  version integer not null default 1,
  constraint person_measure_once unique (plan_id, code, owning_agency, external_ref),
  constraint person_measure_in_place_has_ref check (not is_in_place or external_ref is not null)
);

-- Every answer to whether a plan did anything, in words and bands (G2); the latest is the one that is shown.
create table plan_effect (
  id uuid constraint plan_effect_pk primary key,
  plan_id uuid not null constraint plan_effect_plan references plan (id),
  hotspot_id uuid not null constraint plan_effect_hotspot references hotspot_review (id),
  worked_out_on date not null,
  worked_out_at timestamptz not null,
  word text not null constraint plan_effect_word_known check (word in ('fewer', 'more', 'cannot_tell')),
  -- Why it cannot be told.
  reason text,
  sentence text not null,
  told jsonb not null,
  constraint plan_effect_reason_whole check ((word = 'cannot_tell') = (reason is not null))
);
create index plan_effect_plan_index on plan_effect (plan_id, worked_out_at);
create index plan_effect_hotspot_index on plan_effect (hotspot_id);

-- The counts behind it (G1).
create table plan_effect_exact (
  effect_id uuid constraint plan_effect_exact_pk primary key constraint plan_effect_exact_effect references plan_effect (id),
  plan_id uuid not null constraint plan_effect_exact_plan references plan (id),
  worked_out_at timestamptz not null,
  -- SHA-256 of everything that it was worked out from.
  input_hash bytea not null,
  exact jsonb not null
);
create index plan_effect_exact_plan_index on plan_effect_exact (plan_id, worked_out_at);

alter table plan enable row level security;
alter table plan_analysis enable row level security;
alter table plan_place enable row level security;
alter table plan_revision enable row level security;
alter table plan_measure enable row level security;
alter table person_measure enable row level security;
alter table plan_effect enable row level security;
alter table plan_effect_exact enable row level security;

-- The role of who asks, as it stands now. Measures about persons are for four of those whose grants reach all.
create function asking_role() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select role from person where id = nullif(current_setting('app.person', true), '')::uuid
$$;
revoke execute on function asking_role() from public;
grant execute on function asking_role() to place_risk_group;

-- A draft is for those who work with the whole of plans; only they write them.
create policy plan_reached on plan for select to place_risk_group using (
  reaches(hotspot_id) and (state <> 'draft' or current_setting('app.reach', true) = 'all')
);
create policy plan_kept on plan for all to place_risk_group using (current_setting('app.reach', true) = 'all' and reaches(hotspot_id));
create policy plan_analysis_kept on plan_analysis for all to place_risk_group using (
  current_setting('app.reach', true) = 'all' and exists (select from plan where plan.id = plan_id)
);
create policy plan_place_kept on plan_place for all to place_risk_group using (
  current_setting('app.reach', true) = 'all' and exists (select from plan where plan.id = plan_id)
);
create policy plan_revision_kept on plan_revision for all to place_risk_group using (
  current_setting('app.reach', true) = 'all' and exists (select from plan where plan.id = plan_id)
);
create policy plan_measure_reached on plan_measure for select to place_risk_group using (
  exists (select from plan where plan.id = plan_id)
);
create policy plan_measure_kept on plan_measure for all to place_risk_group using (
  current_setting('app.reach', true) = 'all' and reaches(hotspot_id)
);
-- Whom a list reaches proposes, and takes its own agency's on.
create policy plan_measure_proposed on plan_measure for insert to place_risk_group with check (
  current_setting('app.reach', true) = 'listed' and state = 'proposed' and lower(btrim(proposed_agency)) = current_setting('app.agency', true)
  and exists (select from plan where plan.id = plan_id and plan.hotspot_id = plan_measure.hotspot_id)
);
create policy plan_measure_own on plan_measure for update to place_risk_group using (
  current_setting('app.reach', true) = 'listed' and lower(btrim(lead_agency)) = current_setting('app.agency', true)
  and exists (select from plan where plan.id = plan_id)
);
create policy person_measure_kept on person_measure for all to place_risk_group using (
  (select asking_role()) in ('coordinator', 'group_chair', 'police_missing', 'cre_team')
  and current_setting('app.reach', true) = 'all' and exists (select from plan where plan.id = plan_id)
);
create policy plan_effect_reached on plan_effect for select to place_risk_group using (
  exists (select from plan where plan.id = plan_id)
);
create policy plan_effect_exact_seen on plan_effect_exact for select to place_risk_case using (
  (select reading_role()) in ('coordinator', 'group_chair')
);

create policy plan_intake on plan for select to place_risk_intake using (true);
create policy plan_analysis_intake on plan_analysis for select to place_risk_intake using (true);
create policy plan_place_intake on plan_place for select to place_risk_intake using (true);
create policy plan_measure_intake on plan_measure for select to place_risk_intake using (true);
create policy plan_effect_intake on plan_effect for all to place_risk_intake using (true);
create policy plan_effect_exact_intake on plan_effect_exact for all to place_risk_intake using (true);

grant select, insert, update on plan, plan_analysis, plan_measure, person_measure to place_risk_group;
grant select, insert, delete on plan_place to place_risk_group;
grant select, insert on plan_revision to place_risk_group;
grant select on plan_effect to place_risk_group;
grant select on plan_effect_exact to place_risk_case;
grant select on plan, plan_analysis, plan_place, plan_measure to place_risk_intake;
grant select, insert on plan_effect, plan_effect_exact to place_risk_intake;

-- How far a comparator lies from the plan's own place.
grant select (geom) on place to place_risk_group;
