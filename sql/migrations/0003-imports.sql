-- Staging for imports, and where a report belongs.

-- Touched while an import is alive, so that a start can tell one that a crash left behind from one that is still going on.
alter table import_batch add column heartbeat_at timestamptz not null default now();

-- Where the file's own coordinates put the report. A person's placing stands until these change.
alter table location_report add column given_geom geometry(Point, 27700);

-- Rows on their way in: nobody reads them but their own import. Not logged: a crash may lose them, for the import has failed then.
-- No foreign keys: they are checked when the rows are published.
create unlogged table staged_report (
  batch_id uuid not null,
  row_number integer not null,
  report_ref text not null,
  row_hash bytea not null,
  -- The new report's id, and that of its occurrence.
  report_id uuid not null,
  child_source_hmac bytea,
  episode_source_hmac bytea,
  basis text not null,
  observed_from timestamptz,
  observed_to timestamptz,
  time_precision text not null,
  place_name text,
  place_category text,
  postcode text,
  easting double precision,
  northing double precision,
  place_method text,
  accuracy_m integer,
  named_place_id uuid,
  is_private_address boolean not null,
  found_on_patrol boolean not null,
  source_type text,
  source_eval smallint,
  info_assess text,
  handling text,
  handling_conditions text,
  concerns text,
  controller_agency text,
  narrative text
);
create unique index staged_report_index on staged_report (batch_id, report_ref);

create unlogged table staged_episode (
  batch_id uuid not null,
  row_number integer not null,
  source_hmac bytea not null,
  row_hash bytea not null,
  child_source_hmac bytea not null,
  category text not null,
  started_at timestamptz not null,
  start_precision text not null,
  ended_at timestamptz,
  end_precision text,
  gender_category text,
  placement_label text,
  placement_location text,
  host_la text,
  missing_from text,
  police_reported boolean,
  police_ref text,
  risk_level text,
  found_by text,
  offered_at timestamptz,
  offered_precision text,
  held_at timestamptz,
  held_precision text,
  outcome text,
  recorded_at timestamptz,
  recorded_precision text,
  interviewer_role text,
  interviewer_trained_on date,
  bucket text,
  judged_by_date boolean not null
);
create unique index staged_episode_index on staged_episode (batch_id, source_hmac);

-- The gazetteer's place of a point, and whether the partnership's area covers it. A place that the report names holds whatever the polygons say;
-- else the smallest polygon round the point; else the only one within the report's own accuracy. Retired places never; a private address
-- has no place. Null for the area where no partnership area is loaded. One row, always, so that it can be joined laterally.
create function where_report_stands(point geometry, accuracy_m integer, named_place_id uuid, is_private_address boolean)
returns table (place_id uuid, is_in_area boolean)
language sql stable as $$
  select
    case when not is_private_address then coalesce(
      (select place.id from place where place.id = named_place_id and place.retired_at is null),
      (select place.id from place where place.retired_at is null and st_covers(place.geom, point)
       order by st_area(place.geom), place.id limit 1),
      (select case when count(*) = 1 then min(place.id::text)::uuid end
       from place where place.retired_at is null and st_dwithin(place.geom, point, accuracy_m))
    ) end,
    case when point is not null and exists (select from area where area.kind = 'partnership')
      then exists (select from area where area.kind = 'partnership' and st_covers(area.geom, point)) end
$$;
