-- What becomes of places under review: which were merged and parted, what a meeting decided, their assessments, and what keeps young people safe nearby.

-- Merges and splits by a person, kept for ever: which hotspot, into or out of which other.
create table review_link (
  id uuid not null default gen_random_uuid() constraint review_link_pk primary key,
  from_id uuid not null constraint review_link_from references hotspot_review (id),
  to_id uuid not null constraint review_link_to references hotspot_review (id),
  -- merge: `from` is counted with `to`. split: `to` was parted from `from`.
  kind text not null constraint review_link_kind_known check (kind in ('merge', 'split')),
  why text not null constraint review_link_why_length check (length(why) between 1 and 1000),
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  constraint review_link_of_two check (from_id <> to_id)
);
create index review_link_from_index on review_link (from_id);
create index review_link_to_index on review_link (to_id);

-- What was decided of a place in a meeting. Meetings come later (0015), so there is no foreign key.
create table review_decision (
  id uuid not null default gen_random_uuid() constraint review_decision_pk primary key,
  hotspot_id uuid not null constraint review_decision_hotspot references hotspot_review (id),
  meeting_id uuid not null,
  step text not null,
  why text,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null
);
create index review_decision_hotspot_index on review_decision (hotspot_id);
create index review_decision_meeting_index on review_decision (meeting_id);

-- The assessment of a place as it stands; what it was before is in assessment_revision.
create table assessment (
  hotspot_id uuid constraint assessment_pk primary key constraint assessment_hotspot references hotspot_review (id),
  version integer not null default 1,
  -- Narratives, ratings, voices: for those who work with the whole of it.
  content jsonb not null,
  -- For whoever works at the place: 1 to 5 goals, each with how it is measured.
  safety_goals jsonb not null constraint assessment_goals_few check (jsonb_array_length(safety_goals) between 1 and 5),
  review_on date not null,
  -- Null: a draft.
  agreed_on date,
  agreed_by text,
  written_by text not null,
  written_agency text not null,
  written_at timestamptz not null,
  constraint assessment_agreed_whole check ((agreed_on is null) = (agreed_by is null)),
  constraint assessment_reviewed_later check (review_on > agreed_on)
);
create index assessment_review_on_index on assessment (review_on);

create table assessment_revision (
  hotspot_id uuid not null constraint assessment_revision_assessment references assessment (hotspot_id),
  version integer not null,
  was jsonb not null,
  constraint assessment_revision_pk primary key (hotspot_id, version)
);

-- Where young people can go, and adults with a caring intention: public geography, nothing about a child.
create table safe_place (
  id uuid not null default gen_random_uuid() constraint safe_place_pk primary key,
  kind text not null constraint safe_place_kind_known check (kind in ('safe_place', 'guardian')),
  name text not null constraint safe_place_name_length check (length(name) between 1 and 120),
  geom geometry not null constraint safe_place_geom_valid check (
    st_isvalid(geom) and not st_isempty(geom) and st_srid(geom) = 27700 and st_geometrytype(geom) in ('ST_Point', 'ST_MultiPolygon')),
  -- Hours of the local week in which somebody is there: [{"day": 0..6 from Monday, "from": "HH:MM", "to": "HH:MM"}].
  open_hours jsonb not null,
  -- A role, never a person.
  contact_role text not null,
  notes text not null,
  version integer not null default 1,
  retired_at timestamptz,
  retired_why text,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint safe_place_retired_whole check ((retired_at is null) = (retired_why is null))
);
create index safe_place_geom_index on safe_place using gist (geom);

create table safe_place_revision (
  safe_place_id uuid not null constraint safe_place_revision_place references safe_place (id),
  version integer not null,
  was jsonb not null,
  constraint safe_place_revision_pk primary key (safe_place_id, version)
);

alter table review_link enable row level security;
alter table review_decision enable row level security;
alter table assessment enable row level security;
alter table assessment_revision enable row level security;
alter table safe_place enable row level security;
alter table safe_place_revision enable row level security;

-- Both ends: a link would tell of the other one.
create policy review_link_reached on review_link for all to place_risk_group using (reaches(from_id) and reaches(to_id));
create policy review_link_intake on review_link for all to place_risk_intake using (true);
create policy review_decision_reached on review_decision for all to place_risk_group using (reaches(hotspot_id));
create policy review_decision_intake on review_decision for all to place_risk_intake using (true);
-- The whole of an assessment is for those whose grant reaches all; the others read the view below.
create policy assessment_reached on assessment for all to place_risk_group using (
  current_setting('app.reach', true) = 'all' and reaches(hotspot_id)
);
create policy assessment_intake on assessment for all to place_risk_intake using (true);
create policy assessment_revision_reached on assessment_revision for all to place_risk_group using (
  current_setting('app.reach', true) = 'all' and reaches(hotspot_id)
);
create policy assessment_revision_intake on assessment_revision for all to place_risk_intake using (true);
create policy safe_place_of_all on safe_place for all to place_risk_group, place_risk_intake using (true);
create policy safe_place_revision_of_all on safe_place_revision for all to place_risk_group, place_risk_intake using (true);

-- The latest agreed goals and when they are reviewed, for as far as a grant reaches. It reads as its owner: nothing else of an assessment leaves by it.
create view assessment_summary with (security_barrier = true) as
select distinct on (hotspot_id) hotspot_id, version, safety_goals, agreed_on, review_on
from (
  select hotspot_id, version, safety_goals, agreed_on, review_on from assessment
  union all
  select hotspot_id, version, was -> 'safetyGoals', (was ->> 'agreedOn')::date, (was ->> 'reviewOn')::date from assessment_revision
) as every_version
where agreed_on is not null and reaches(hotspot_id)
order by hotspot_id, version desc;

grant select, insert on review_link, review_decision, assessment_revision, safe_place_revision to place_risk_group;
grant select, insert, update on assessment, safe_place to place_risk_group;
grant select on assessment_summary to place_risk_group;
grant select on review_link, review_decision, assessment, assessment_revision, safe_place, safe_place_revision to place_risk_intake;
