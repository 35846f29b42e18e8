-- The stored runs that partners read, the settings that are never shown, and what a change of policy goes through.

-- Care homes, placements, refuges and schools: known to the co-ordinator only, so that a hotspot near one is not shown.
create table protected_setting (
  id uuid constraint protected_setting_pk primary key default gen_random_uuid(),
  kind text not null constraint protected_setting_kind_known check (kind in ('care_home', 'placement', 'refuge', 'school')),
  name text not null constraint protected_setting_name_length check (char_length(btrim(name)) between 1 and 120),
  geom geometry(Geometry, 27700) not null constraint protected_setting_geom_valid check (st_isvalid(geom) and not st_isempty(geom)),
  source_ref text constraint protected_setting_source_once unique,
  ended_at timestamptz,
  created_at timestamptz not null default now()
);
create index protected_setting_geom_index on protected_setting using gist (geom);

-- A named place near a protected setting that is independently public, and that the chair lets be shown.
create table public_place_approval (
  place_id uuid constraint public_place_approval_pk primary key constraint public_place_approval_place references place (id) on delete cascade,
  reason text not null constraint public_place_approval_reason_length check (char_length(btrim(reason)) between 1 and 500),
  approved_by text not null,
  approved_at timestamptz not null default now()
);

create table run (
  id uuid constraint run_pk primary key default gen_random_uuid(),
  -- month: the twelve months up to its end; quarter: its three months, for the community safety partnership's list.
  kind text not null constraint run_kind_known check (kind in ('month', 'quarter')),
  period_from date not null,
  -- Exclusive.
  period_to date not null,
  method jsonb not null,
  method_version text not null,
  -- SHA-256 over what was counted.
  data_hash bytea not null,
  left_out jsonb not null,
  withheld_g2 integer not null,
  withheld_g3 integer not null,
  made_by text not null,
  made_at timestamptz not null default now(),
  constraint run_period_in_order check (period_from < period_to),
  -- One of each: the same month made again with later data could be subtracted into a child.
  constraint run_once unique (kind, period_to)
);

-- Exact (G1).
create table run_hotspot (
  run_id uuid not null constraint run_hotspot_run references run (id) on delete cascade,
  hotspot_id uuid not null,
  rank integer not null,
  is_few boolean not null,
  place_id uuid,
  hotspot jsonb not null,
  withheld_g2 text,
  withheld_g3 text,
  constraint run_hotspot_pk primary key (run_id, hotspot_id)
);

-- What operational partners see (G2): bands and shapes that no single report can be read from.
create table run_shared (
  run_id uuid not null constraint run_shared_run references run (id) on delete cascade,
  hotspot_id uuid not null,
  rank integer not null,
  place_id uuid,
  -- The areas that its shape touches: police neighbourhood people see those of theirs.
  area_ids uuid[] not null,
  hotspot jsonb not null,
  constraint run_shared_pk primary key (run_id, hotspot_id)
);

-- The depersonalised list (G3).
create table run_listed (
  run_id uuid not null constraint run_listed_run references run (id) on delete cascade,
  hotspot_id uuid not null,
  rank integer not null,
  hotspot jsonb not null,
  constraint run_listed_pk primary key (run_id, hotspot_id)
);

-- A change of policy: the co-ordinator proposes, the chair approves, an administrator applies.
create table policy_proposal (
  id uuid constraint policy_proposal_pk primary key default gen_random_uuid(),
  name text not null,
  value jsonb not null,
  reason text not null constraint policy_proposal_reason_length check (char_length(btrim(reason)) between 1 and 500),
  state text not null default 'proposed' constraint policy_proposal_state_known check (state in ('proposed', 'approved', 'refused', 'applied', 'withdrawn')),
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null default now(),
  decided_by_name text,
  decided_at timestamptz,
  applied_by_name text,
  applied_at timestamptz,
  constraint policy_proposal_one_open exclude (name with =) where (state in ('proposed', 'approved'))
);

-- What is kept when reports are deleted by age. reports: how many were deleted of a month (Europe/London) at a place (null: elsewhere, or a
-- private address) by basis. children: the distinct children of all its reports, those that are still there too.
create table kept_count (
  month date not null,
  place_id uuid constraint kept_count_place references place (id),
  basis text not null,
  reports integer not null,
  children integer not null,
  kept_at timestamptz not null default now(),
  constraint kept_count_once unique nulls not distinct (month, place_id, basis)
);
create index kept_count_place_index on kept_count (place_id);
