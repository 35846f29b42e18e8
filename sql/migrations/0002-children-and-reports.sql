-- Import batches, children, missing episodes with their return interviews, location reports and their occurrences.

create table import_batch (
  id uuid constraint import_batch_pk primary key,
  kind text not null constraint import_batch_kind_known check (kind in ('reports', 'episodes')),
  filename text,
  state text not null default 'staging' constraint import_batch_state_known check (state in ('staging', 'published', 'failed')),
  -- The file's own header, so that refused rows can be given back under it.
  header text[] not null default '{}',
  ignored_columns text[] not null default '{}',
  rows_read integer not null default 0,
  accepted integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  unplaced integer not null default 0,
  rejected integer not null default 0,
  problem text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint import_batch_finished check ((state = 'staging') = (finished_at is null)),
  constraint import_batch_counts_add_up check (state <> 'published' or rows_read = accepted + changed + unchanged + unplaced + rejected)
);
create index import_batch_started_index on import_batch (started_at desc, id);

create table import_issue (
  id bigint generated always as identity constraint import_issue_pk primary key,
  batch_id uuid not null constraint import_issue_batch references import_batch (id) on delete cascade,
  row_number integer not null,
  column_name text,
  code text not null,
  message text not null,
  -- Never a value that could identify a child.
  value text
);
create index import_issue_batch_index on import_issue (batch_id, row_number, id);

-- A refused row as it came, sealed with a key that is not in the database (it may hold a case number).
create table import_refused_row (
  batch_id uuid not null constraint import_refused_row_batch references import_batch (id) on delete cascade,
  row_number integer not null,
  sealed_cells bytea not null,
  constraint import_refused_row_pk primary key (batch_id, row_number)
);

create table child (
  id uuid constraint child_pk primary key default gen_random_uuid(),
  reference text not null constraint child_reference_once unique
    constraint child_reference_shape check (reference ~ '^YP-[0-9]{4,7}$'),
  -- HMAC-SHA-256 of the case system's number, its key outside the database.
  source_hmac bytea not null constraint child_source_once unique,
  created_at timestamptz not null default now()
);

create table missing_episode (
  id uuid constraint missing_episode_pk primary key default gen_random_uuid(),
  source_hmac bytea not null constraint missing_episode_source_once unique,
  child_id uuid not null constraint missing_episode_child references child (id),
  category text not null constraint missing_episode_category_known check (category in ('M', 'A')),
  started_at timestamptz not null,
  start_precision text not null constraint missing_episode_start_precision_known check (start_precision in ('minute', 'date')),
  ended_at timestamptz,
  end_precision text constraint missing_episode_end_precision_known check (end_precision in ('minute', 'date')),
  gender_category text constraint missing_episode_gender_known check (gender_category in ('male', 'female', 'transgender', 'other', 'not_stated')),
  placement_label text,
  placement_location text constraint missing_episode_placement_location_known check (placement_location in ('IN', 'OUT')),
  host_la text,
  missing_from text,
  police_reported boolean,
  police_ref text,
  risk_level text constraint missing_episode_risk_level_known check (risk_level in ('no_apparent', 'low', 'medium', 'high', 'unknown')),
  found_by text,
  row_hash bytea not null,
  version integer not null default 1,
  batch_id uuid constraint missing_episode_batch references import_batch (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint missing_episode_ends_after_start check (ended_at is null or ended_at >= started_at),
  constraint missing_episode_end_has_precision check ((ended_at is null) = (end_precision is null))
);
create index missing_episode_child_index on missing_episode (child_id, started_at);
create index missing_episode_started_index on missing_episode (started_at);
create index missing_episode_batch_index on missing_episode (batch_id);

create table return_interview (
  episode_id uuid constraint return_interview_pk primary key
    constraint return_interview_episode references missing_episode (id) on delete cascade,
  offered_at timestamptz,
  offered_precision text constraint return_interview_offered_precision_known check (offered_precision in ('minute', 'date')),
  held_at timestamptz,
  held_precision text constraint return_interview_held_precision_known check (held_precision in ('minute', 'date')),
  outcome text constraint return_interview_outcome_known check (outcome in ('held', 'declined', 'unable_to_contact', 'void')),
  recorded_at timestamptz,
  recorded_precision text constraint return_interview_recorded_precision_known check (recorded_precision in ('minute', 'date')),
  interviewer_role text,
  interviewer_trained_on date,
  -- Derived from the above and the episode's end by server/episodes/interview-bucket.ts, never typed; null while the episode is open.
  bucket text constraint return_interview_bucket_known check (bucket in ('in_timescales', 'out_of_timescales', 'voided', 'incomplete', 'not_recorded')),
  judged_by_date boolean not null default false
);

create table missing_episode_revision (
  episode_id uuid not null constraint missing_episode_revision_episode references missing_episode (id) on delete cascade,
  version integer not null,
  was jsonb not null,
  batch_id uuid constraint missing_episode_revision_batch references import_batch (id),
  changed_at timestamptz not null default now(),
  constraint missing_episode_revision_pk primary key (episode_id, version)
);
create index missing_episode_revision_batch_index on missing_episode_revision (batch_id);

-- What happened once: one or more reports that tell of it. A person joins them, never the service.
create table occurrence (
  id uuid constraint occurrence_pk primary key default gen_random_uuid(),
  created_at timestamptz not null default now()
);

create table location_report (
  id uuid constraint location_report_pk primary key default gen_random_uuid(),
  report_ref text not null constraint location_report_ref_once unique
    constraint location_report_ref_length check (char_length(report_ref) between 1 and 100),
  occurrence_id uuid not null constraint location_report_occurrence references occurrence (id),
  child_id uuid constraint location_report_child references child (id),
  episode_id uuid constraint location_report_episode references missing_episode (id),
  -- Kept so that a report that came before its episode finds it later.
  episode_source_hmac bytea,
  basis text not null constraint location_report_basis_known check (basis in ('found', 'disclosed', 'sighted', 'suspected', 'frequented')),
  observed_from timestamptz,
  observed_to timestamptz,
  time_precision text not null constraint location_report_time_precision_known check (time_precision in ('exact', 'hour', 'day_part', 'date', 'unknown')),
  place_name text,
  place_category text constraint location_report_place_category_known check (place_category in (
    'shopping_centre', 'park', 'riverside_garden', 'bus_station', 'rail_station', 'street_or_square',
    'takeaway_or_cafe', 'licensed_premises', 'hotel', 'vacant_site', 'car_park', 'leisure', 'school_college',
    'private_address_area', 'online_context', 'other')),
  postcode text,
  -- Where, on the British National Grid; null while nobody knows (the queue).
  geom geometry(Point, 27700),
  place_method text constraint location_report_place_method_known check (place_method in ('coordinates', 'grid_reference', 'gazetteer', 'postcode', 'map_click')),
  accuracy_m integer constraint location_report_accuracy_range check (accuracy_m between 0 and 100000),
  -- Named by the file or chosen by a person: holds whatever the polygons say.
  named_place_id uuid constraint location_report_named_place references place (id),
  -- A person placed it by hand: a later load of the same report keeps that.
  is_placed_by_hand boolean not null default false,
  -- Set aside by a person as impossible to place, with the reason.
  set_aside_reason text,
  -- Derived by sql/locations/assign-places.sql and set again when a place or the area changes.
  place_id uuid constraint location_report_place references place (id),
  is_in_area boolean,
  is_private_address boolean not null,
  found_on_patrol boolean not null default false,
  source_type text,
  source_eval smallint constraint location_report_source_eval_range check (source_eval between 1 and 3),
  info_assess text constraint location_report_info_assess_known check (info_assess in ('A', 'B', 'C', 'D', 'E')),
  handling text constraint location_report_handling_known check (handling in ('P', 'C')),
  handling_conditions text,
  concerns text[] not null default '{}',
  controller_agency text,
  narrative text,
  row_hash bytea not null,
  version integer not null default 1,
  -- Null: entered by hand.
  batch_id uuid constraint location_report_batch references import_batch (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint location_report_has_a_day check (observed_from is not null or episode_id is not null),
  constraint location_report_times_in_order check (observed_to is null or (observed_from is not null and observed_to >= observed_from)),
  constraint location_report_placed_has_method check ((geom is null) = (place_method is null)),
  constraint location_report_placed_not_aside check (geom is null or set_aside_reason is null)
);
create index location_report_observed_index on location_report (observed_from);
create index location_report_occurrence_index on location_report (occurrence_id);
create index location_report_child_index on location_report (child_id);
create index location_report_episode_index on location_report (episode_id);
create index location_report_waiting_episode_index on location_report (episode_source_hmac) where episode_id is null;
create index location_report_named_place_index on location_report (named_place_id);
create index location_report_place_index on location_report (place_id);
create index location_report_batch_index on location_report (batch_id);
create index location_report_geom_index on location_report using gist (geom);
create index location_report_unplaced_index on location_report (created_at, id) where geom is null and set_aside_reason is null;

create table location_report_revision (
  report_id uuid not null constraint location_report_revision_report references location_report (id) on delete cascade,
  version integer not null,
  was jsonb not null,
  change text not null constraint location_report_revision_change_known check (change in ('imported', 'placed', 'set_aside', 'joined', 'separated')),
  batch_id uuid constraint location_report_revision_batch references import_batch (id),
  changed_at timestamptz not null default now(),
  constraint location_report_revision_pk primary key (report_id, version)
);
create index location_report_revision_batch_index on location_report_revision (batch_id);

-- Two reports that may tell of one occurrence. The lower id stands first.
create table likely_duplicate (
  first_report_id uuid not null constraint likely_duplicate_first references location_report (id) on delete cascade,
  second_report_id uuid not null constraint likely_duplicate_second references location_report (id) on delete cascade,
  state text not null default 'waiting' constraint likely_duplicate_state_known check (state in ('waiting', 'joined', 'kept_apart')),
  suggested_at timestamptz not null default now(),
  decided_at timestamptz,
  constraint likely_duplicate_pk primary key (first_report_id, second_report_id),
  constraint likely_duplicate_in_order check (first_report_id < second_report_id),
  constraint likely_duplicate_decided check ((state = 'waiting') = (decided_at is null))
);
create index likely_duplicate_second_index on likely_duplicate (second_report_id);
create index likely_duplicate_waiting_index on likely_duplicate (suggested_at) where state = 'waiting';

-- Which key file the HMACs above were made with: another one would make every child a new child.
create table source_key (
  is_only boolean constraint source_key_pk primary key default true constraint source_key_is_only_one check (is_only),
  fingerprint text not null
);
