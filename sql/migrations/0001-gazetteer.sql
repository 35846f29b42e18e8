-- Places, areas and postcodes. Geometry is on the British National Grid (EPSG:27700), metres.

create extension if not exists postgis;
create extension if not exists pg_trgm;

create table area (
  id uuid constraint area_pk primary key default gen_random_uuid(),
  kind text not null constraint area_kind_known check (kind in ('partnership', 'ward', 'police_neighbourhood')),
  code text not null constraint area_code_not_blank check (btrim(code) <> ''),
  name text not null constraint area_name_not_blank check (btrim(name) <> ''),
  is_invented boolean not null default false,
  source text not null,
  geom geometry(MultiPolygon, 27700) not null
    constraint area_geom_valid check (st_isvalid(geom) and not st_isempty(geom)),
  created_at timestamptz not null default now(),
  constraint area_code_once_per_kind unique (kind, code)
);
create index area_geom_index on area using gist (geom);

create table place (
  id uuid constraint place_pk primary key default gen_random_uuid(),
  name text not null constraint place_name_length check (char_length(btrim(name)) between 1 and 120),
  category text not null constraint place_category_known check (category in (
    'shopping_centre', 'park', 'riverside_garden', 'bus_station', 'rail_station', 'street_or_square',
    'takeaway_or_cafe', 'licensed_premises', 'hotel', 'vacant_site', 'car_park', 'leisure', 'school_college',
    'private_address_area', 'online_context', 'other')),
  seed_group text constraint place_seed_group_known check (seed_group in ('A', 'B', 'C', 'D', 'E')),
  geom geometry(MultiPolygon, 27700) not null
    constraint place_geom_valid check (st_isvalid(geom) and not st_isempty(geom)),
  -- How far the drawn place may be from the real one, and the sentence that says why.
  position_accuracy_m integer constraint place_position_accuracy_range check (position_accuracy_m between 0 and 5000),
  position_note text not null default '',
  source text not null,
  -- What the source calls it (a NaPTAN stop area, say), so that the same file loads twice without doubling.
  source_ref text constraint place_source_ref_once unique,
  version integer not null default 1,
  retired_at timestamptz,
  retired_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint place_retired_with_reason check ((retired_at is null) = (retired_reason is null))
);
create index place_geom_index on place using gist (geom);

-- Every name a place goes by, its own among them, as people type it and as it is compared.
create table place_name (
  place_id uuid not null constraint place_name_place references place (id) on delete cascade,
  name text not null constraint place_name_not_blank check (btrim(name) <> ''),
  -- lower case, letters and digits only, single spaces: server/gazetteer/name.ts says how
  compared_name text not null,
  constraint place_name_pk primary key (place_id, compared_name)
);
create index place_name_compared_index on place_name (compared_name);
create index place_name_trigram_index on place_name using gin (compared_name gin_trgm_ops);

-- What a place was before somebody changed it.
create table place_revision (
  place_id uuid not null constraint place_revision_place references place (id) on delete cascade,
  version integer not null,
  was jsonb not null,
  change text not null constraint place_revision_change_known check (change in ('moved', 'renamed', 'described', 'retired', 'restored', 'imported')),
  changed_at timestamptz not null default now(),
  constraint place_revision_pk primary key (place_id, version)
);

create table postcode (
  -- upper case without the space: DE12PL
  postcode text constraint postcode_pk primary key
    constraint postcode_shape check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$'),
  geom geometry(Point, 27700) not null
);

create table policy_setting (
  name text constraint policy_setting_pk primary key,
  value jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null default now()
);

create table policy_setting_change (
  id bigint generated always as identity constraint policy_setting_change_pk primary key,
  name text not null,
  was jsonb,
  value jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null default now()
);
