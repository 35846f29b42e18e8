-- Who may sign in, their sessions, and the log of who did what.

create table person (
  id uuid constraint person_pk primary key default gen_random_uuid(),
  -- What is typed at sign-in, in lower case.
  username text not null constraint person_username_once unique
    constraint person_username_shape check (username ~ '^[a-z0-9][a-z0-9._@+-]{1,99}$'),
  name text not null constraint person_name_length check (char_length(btrim(name)) between 1 and 120),
  role text not null constraint person_role_known check (role in (
    'coordinator', 'group_chair', 'group_member', 'practitioner', 'police_missing', 'snt_planner', 'snt_officer',
    'csp_analyst', 'youth_provider', 'cre_team', 'qa_auditor', 'committee_reader', 'ig_auditor', 'sysadmin')),
  -- As the reports' controller_agency has it: handling code C stays with it.
  agency text not null constraint person_agency_length check (char_length(btrim(agency)) between 1 and 120),
  -- Argon2id; null: no password, only a set-up link or OpenID Connect.
  password_hash text,
  -- Sealed with a key outside the database; not in use until it was confirmed with a code.
  one_time_secret bytea,
  one_time_confirmed_at timestamptz,
  -- The last step that was used, so that a code works once.
  one_time_last_step bigint,
  oidc_issuer text,
  oidc_subject text,
  -- So that whoever keeps people can tell without reading a hash.
  has_password boolean not null generated always as (password_hash is not null) stored,
  disabled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint person_oidc_whole check ((oidc_issuer is null) = (oidc_subject is null)),
  constraint person_oidc_once unique (oidc_issuer, oidc_subject)
);

-- The areas of police neighbourhood people.
create table person_area (
  person_id uuid not null constraint person_area_person references person (id) on delete cascade,
  area_id uuid not null constraint person_area_area references area (id) on delete cascade,
  constraint person_area_pk primary key (person_id, area_id)
);
create index person_area_area_index on person_area (area_id);

create table session (
  id uuid constraint session_pk primary key default gen_random_uuid(),
  -- SHA-256 of what the cookie holds: whoever reads this table cannot take a session over.
  digest bytea not null constraint session_digest_once unique,
  person_id uuid not null constraint session_person references person (id) on delete cascade,
  way text not null constraint session_way_known check (way in ('password', 'oidc')),
  -- The browser in a few words, for the person's own list.
  device text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz
);
create index session_person_index on session (person_id);

-- Why somebody looks: asked once a session and subject.
create table reason_given (
  session_id uuid not null constraint reason_given_session references session (id) on delete cascade,
  subject text not null constraint reason_given_subject_length check (char_length(subject) between 1 and 100),
  code text not null constraint reason_given_code_known check (code in (
    'monthly_meeting', 'data_quality', 'safeguarding_enquiry', 'missing_now', 'plan_or_review', 'audit', 'other')),
  words text not null default '' constraint reason_given_words_length check (char_length(words) <= 500),
  given_at timestamptz not null default now(),
  constraint reason_given_pk primary key (session_id, subject)
);

-- A link that sets a password, once.
create table sign_in_link (
  digest bytea constraint sign_in_link_pk primary key,
  person_id uuid not null constraint sign_in_link_person references person (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_person_index on sign_in_link (person_id);

-- Failed sign-ins by HMAC of the name that was typed, whether there is such a person or not.
create table sign_in_slowing (
  key bytea constraint sign_in_slowing_pk primary key,
  failures integer not null,
  last_failed_at timestamptz not null,
  wait_until timestamptz not null
);

-- An OpenID Connect sign-in that was begun: what has to come back.
create table oidc_attempt (
  digest bytea constraint oidc_attempt_pk primary key,
  sealed bytea not null,
  started_at timestamptz not null default now()
);

-- The log. A line is chained to the one before with an HMAC whose key is not in the database.
create table audit_line (
  seq bigint constraint audit_line_pk primary key,
  at timestamptz not null,
  action text not null constraint audit_line_action_known check (action in (
    'collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure', 'sign_in', 'refusal', 'configuration')),
  person_id uuid,
  username text,
  role text,
  agency text,
  object_type text not null,
  object_id text,
  reason_code text,
  reason_words text,
  request_id uuid not null,
  -- Counts and names of settings as JSON text, never the data.
  details text not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  -- Which transaction wrote it: a read must not lean on a line that its own rollback would take along.
  written_in xid8 not null default pg_current_xact_id()
);
create index audit_line_at_index on audit_line (at);
create index audit_line_person_index on audit_line (person_id, seq);
create index audit_line_object_index on audit_line (object_type, object_id);

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'The log is only ever added to.' using errcode = '42501';
end $$;
create trigger audit_line_kept before update or delete on audit_line for each row execute function refuse_change_of_log();
create trigger audit_line_not_emptied before truncate on audit_line for each statement execute function refuse_change_of_log();

-- A line that a read of case data has used, and the transaction that may read because of it.
create table reading (
  line bigint constraint reading_pk primary key,
  opened_in xid8 not null
);
create index reading_opened_index on reading (opened_in);

-- Which rows of case data a role sees, as the matrix in server/access/matrix.ts has it; a test holds the two together.
-- all; agency: reports its agency controls, episodes the police were told of; own: what the person entered, or children shared with
-- them; flagged and sample: children shared with the role. Null: none.
create table role_scope (
  role text constraint role_scope_pk primary key,
  child text constraint role_scope_child_known check (child in ('all', 'agency', 'own', 'flagged', 'sample')),
  report text constraint role_scope_report_known check (report in ('all', 'agency', 'own', 'flagged', 'sample')),
  private_report text constraint role_scope_private_known check (private_report in ('all', 'agency', 'own', 'flagged', 'sample'))
);
insert into role_scope (role, child, report, private_report) values
  ('coordinator', 'all', 'all', 'all'),
  ('group_chair', 'all', 'all', 'all'),
  ('group_member', 'all', 'all', null),
  ('practitioner', 'own', 'own', 'own'),
  ('police_missing', 'agency', 'agency', 'agency'),
  ('cre_team', 'flagged', 'all', 'all'),
  ('qa_auditor', 'sample', 'sample', null);

-- A child that is shared with a person (own) or with a role (flagged, sample).
create table child_share (
  id uuid constraint child_share_pk primary key default gen_random_uuid(),
  child_id uuid not null constraint child_share_child references child (id) on delete cascade,
  person_id uuid constraint child_share_person references person (id) on delete cascade,
  role text constraint child_share_role_known check (role in ('cre_team', 'qa_auditor')),
  shared_at timestamptz not null default now(),
  constraint child_share_with_one check ((person_id is null) <> (role is null)),
  constraint child_share_once unique nulls not distinct (child_id, person_id, role)
);
create index child_share_person_index on child_share (person_id);

alter table location_report add column entered_by uuid;
alter table import_batch add column entered_by uuid;
alter table place_revision add column changed_by text;
alter table location_report_revision add column changed_by text;
