-- What the group keeps of its own work: hotspots under review, and the record of every step that anything with states takes.
-- It runs under a role of its own, place_risk_group, which sees no case data at all.

do $$
begin
  begin
    create role place_risk_group nologin;
  exception when duplicate_object or unique_violation then null;
  end;
  grant place_risk_group to current_user;
  grant usage on schema public to place_risk_group;
end $$;

-- A hotspot that partners see, from the first stored month that showed it; its id is the hotspot's. What is withheld from partners has no row.
create table hotspot_review (
  id uuid constraint hotspot_review_pk primary key,
  name text not null,
  category text not null,
  place_id uuid constraint hotspot_review_place references place (id),
  -- The areas that its shape touches in the latest month that showed it.
  area_ids uuid[] not null,
  -- Its shape for operational partners (G2), GeoJSON in WGS84.
  geometry jsonb not null,
  is_approximate boolean not null,
  state text not null default 'candidate' constraint hotspot_review_state_known check (state in (
    'candidate', 'confirmed', 'under_assessment', 'plan_active', 'monitoring', 'closed', 'dismissed', 'lapsed', 'merged')),
  -- When it came into its state.
  since timestamptz not null,
  -- The first and the latest stored month that showed it, YYYY-MM.
  first_month text not null,
  last_month text not null,
  merged_into uuid constraint hotspot_review_merged_into references hotspot_review (id),
  version integer not null default 1,
  constraint hotspot_review_months_in_order check (first_month <= last_month),
  constraint hotspot_review_merged_whole check ((state = 'merged') = (merged_into is not null)),
  constraint hotspot_review_not_into_itself check (merged_into <> id)
);
create index hotspot_review_place_index on hotspot_review (place_id);
create index hotspot_review_merged_into_index on hotspot_review (merged_into);

-- Who took which step with what, when and why. Rows are added and never changed.
create table step (
  id bigint generated always as identity constraint step_pk primary key,
  thing text not null constraint step_thing_known check (thing in ('review', 'plan', 'measure', 'referral', 'patrol', 'meeting', 'action')),
  thing_id uuid not null,
  -- The hotspot that the thing hangs on, if any: the step is for whom that is for.
  hotspot_id uuid,
  step text not null,
  -- Null: it came into being.
  from_state text,
  to_state text not null,
  at timestamptz not null,
  -- Null: the service, when the time came.
  person_id uuid,
  person_name text not null,
  role text,
  agency text,
  why text,
  written_in xid8 not null default pg_current_xact_id()
);
create index step_thing_index on step (thing, thing_id, id);

-- Fired at the commit of whatever sets a state: refused where the same transaction has written no step to that state.
create function state_is_recorded() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then
    return null;
  end if;
  if not exists (
    select from step
    where step.thing = tg_argv[0] and step.thing_id = new.id and step.to_state = new.state and step.written_in = pg_current_xact_id()
  ) then
    raise exception 'A state changed without a record of the step.' using errcode = 'PR002', constraint = 'state_recorded';
  end if;
  return null;
end $$;

create constraint trigger hotspot_review_state_recorded after insert or update of state on hotspot_review
  deferrable initially deferred for each row execute function state_is_recorded('review');

-- Whether what hangs on a hotspot is for who asks: as far as their grant reaches (app.reach). `referred` begins with referrals (0011).
create function reaches(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case current_setting('app.reach', true)
    when 'all' then true
    when 'areas' then exists (
      select from hotspot_review as review
      where review.id = which
        and review.area_ids && string_to_array(nullif(nullif(current_setting('app.areas', true), ''), 'all'), ',')::uuid[]
    )
    when 'listed' then exists (select from run_listed as listed where listed.hotspot_id = which)
    else false
  end
$$;

alter table hotspot_review enable row level security;
alter table step enable row level security;

create policy hotspot_review_reached on hotspot_review for all to place_risk_group using (reaches(id));
create policy hotspot_review_intake on hotspot_review for all to place_risk_intake using (true);
create policy step_reached on step for all to place_risk_group using (hotspot_id is null or reaches(hotspot_id));
create policy step_intake on step for all to place_risk_intake using (true);

grant select, update on hotspot_review to place_risk_group;
grant select, insert, update on hotspot_review to place_risk_intake;
grant select, insert on step to place_risk_group, place_risk_intake;
grant select on policy_setting, area to place_risk_group;
grant select (id, kind, period_from, period_to, method, method_version, withheld_g2, withheld_g3, made_by, made_at) on run to place_risk_group;
grant select on run_shared to place_risk_group;
create policy run_shared_of_group on run_shared for select to place_risk_group using (
  case current_setting('app.reach', true) when 'listed' then false else reaches(hotspot_id) end
);
