-- A place referred to a youth provider, and the provider's sessions there. Nothing in it is about a child: counts and themes of a place.

create table referral (
  id uuid constraint referral_pk primary key,
  -- What people call it by: R-12.
  number integer not null generated always as identity constraint referral_number_once unique,
  hotspot_id uuid not null constraint referral_hotspot references hotspot_review (id),
  -- As it was called when it was referred.
  place_name text not null,
  meeting_id uuid,
  service_type text not null constraint referral_service_known check (service_type in (
    'detached', 'outreach_bus', 'diversionary_activity', 'group_work', 'community_guardian_training')),
  rationale text not null constraint referral_rationale_length check (char_length(rationale) between 1 and 1000),
  aims text not null constraint referral_aims_length check (char_length(aims) between 1 and 1000),
  -- Hours of the local week: [{"fromHour": 0 to 167, "hours": …}], 0 is Monday 00:00 to 01:00.
  windows jsonb not null constraint referral_windows_listed check (jsonb_typeof(windows) = 'array' and jsonb_array_length(windows) > 0),
  age_band text not null constraint referral_age_band_known check (age_band in ('10_to_12', '13_to_15', '16_to_17', '18_to_24', 'any')),
  sessions_requested integer not null constraint referral_sessions_range check (sessions_requested between 1 and 60),
  start_by date not null,
  safety_notes text constraint referral_safety_notes_length check (char_length(safety_notes) between 1 and 1000),
  other_agencies text constraint referral_other_agencies_length check (char_length(other_agencies) between 1 and 500),
  priority text not null constraint referral_priority_known check (priority in ('routine', 'priority', 'urgent')),
  provider_agency text not null constraint referral_provider_length check (char_length(btrim(provider_agency)) between 1 and 200),
  requested_by text not null,
  requested_by_agency text not null,
  drafted_at timestamptz not null,
  -- Null until the provider was told of it.
  submitted_at timestamptz,
  -- The day by which the provider is to answer.
  answer_by date,
  state text not null constraint referral_state_known check (state in (
    'draft', 'submitted', 'accepted', 'declined', 'more_info', 'scheduled', 'in_delivery', 'completed', 'outcome_reviewed', 'cancelled')),
  -- When it came into its state.
  since timestamptz not null,
  version integer not null default 1,
  constraint referral_submitted_whole check (
    case state when 'draft' then submitted_at is null when 'cancelled' then true else submitted_at is not null end),
  constraint referral_answer_by_whole check ((submitted_at is null) = (answer_by is null))
);
create index referral_hotspot_index on referral (hotspot_id);
create index referral_meeting_index on referral (meeting_id);
create index referral_provider_index on referral (lower(btrim(provider_agency)));

create constraint trigger referral_state_recorded after insert or update of state on referral
  deferrable initially deferred for each row execute function state_is_recorded('referral');

-- When the provider means to be there.
create table outreach_planned (
  id uuid constraint outreach_planned_pk primary key,
  referral_id uuid not null constraint outreach_planned_referral references referral (id),
  hotspot_id uuid not null constraint outreach_planned_hotspot references hotspot_review (id),
  day date not null,
  -- Wall clock, HH:MM; an end that is not after the beginning is of the next day.
  from_time text not null constraint outreach_planned_from_time_shape check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null constraint outreach_planned_to_time_shape check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  constraint outreach_planned_once unique (referral_id, day, from_time),
  constraint outreach_planned_of_referral unique (id, referral_id),
  constraint outreach_planned_lasts check (from_time <> to_time)
);
create index outreach_planned_hotspot_index on outreach_planned (hotspot_id, day);

-- A session that was held. Its id is made where it is typed, so that sending it twice keeps it once.
create table outreach_session (
  id uuid constraint outreach_session_pk primary key,
  referral_id uuid not null constraint outreach_session_referral references referral (id),
  hotspot_id uuid not null constraint outreach_session_hotspot references hotspot_review (id),
  -- The planned one that it was, if any.
  planned_id uuid,
  worker_id uuid not null,
  worker_name text not null,
  day date not null,
  from_time text not null constraint outreach_session_from_time_shape check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null constraint outreach_session_to_time_shape check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  staff integer not null constraint outreach_session_staff_range check (staff between 1 and 30),
  -- Young people met, each once, by how far it went: a greeting, a conversation, help that goes on.
  level_1 integer not null constraint outreach_session_level_1_range check (level_1 between 0 and 500),
  level_2 integer not null constraint outreach_session_level_2_range check (level_2 between 0 and 500),
  level_3 integer not null constraint outreach_session_level_3_range check (level_3 between 0 and 500),
  contacts integer not null generated always as (level_1 + level_2 + level_3) stored,
  themes text[] not null constraint outreach_session_themes_known check (themes <@ array[
    'feeling_unsafe', 'transport_home', 'dark_or_hidden', 'substances_around', 'adults_around', 'vehicles_around', 'fights_or_weapons',
    'police_or_security', 'nowhere_to_go', 'activities_wanted', 'trusted_adults', 'online_contact', 'food_or_shelter', 'not_wanting_home',
    'school_day', 'relationships', 'feeling_low', 'money_or_work']),
  onward_referrals integer not null constraint outreach_session_onward_range check (onward_referrals between 0 and 100),
  observations text constraint outreach_session_observations_length check (char_length(observations) between 1 and 1000),
  recorded_at timestamptz not null,
  version integer not null default 1,
  constraint outreach_session_lasts check (from_time <> to_time),
  constraint outreach_session_planned foreign key (planned_id, referral_id) references outreach_planned (id, referral_id),
  constraint outreach_session_planned_once unique (planned_id, referral_id)
);
create index outreach_session_referral_index on outreach_session (referral_id, day);
create index outreach_session_hotspot_index on outreach_session (hotspot_id, day);

-- What a session said before it was corrected.
create table outreach_session_revision (
  session_id uuid not null constraint outreach_session_revision_session references outreach_session (id),
  version integer not null,
  was jsonb not null,
  constraint outreach_session_revision_pk primary key (session_id, version)
);

-- Whether a hotspot, or what hangs on it, is for who asks: as far as their grant reaches (app.reach).
create or replace function reaches(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case current_setting('app.reach', true)
    when 'all' then true
    when 'areas' then exists (
      select from hotspot_review as review
      where review.id = which
        and review.area_ids && string_to_array(nullif(nullif(current_setting('app.areas', true), ''), 'all'), ',')::uuid[]
    )
    when 'listed' then exists (select from run_listed as listed where listed.hotspot_id = which)
    -- A provider sees the places that its agency was asked to work at, once it was asked and until that is taken back.
    when 'referred' then exists (
      select from referral
      where referral.hotspot_id = which and referral.submitted_at is not null and referral.state <> 'cancelled'
        and lower(btrim(referral.provider_agency)) = nullif(current_setting('app.agency', true), '')
    )
    else false
  end
$$;

-- Whether a referral is for who asks: a draft is the group's own; a provider sees those to its agency, and those that were taken back too.
create function sees_referral(hotspot uuid, provider text, is_submitted boolean) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select case current_setting('app.reach', true)
    when 'all' then true
    when 'referred' then is_submitted and lower(btrim(provider)) = nullif(current_setting('app.agency', true), '')
    else is_submitted and reaches(hotspot)
  end
$$;

-- What came of some referrals, in sums: who may not see a session may see these.
create function outreach_sums(which uuid[]) returns table (
  referral_id uuid, planned integer, sessions integer, minutes integer, contacts integer, level_1 integer, level_2 integer, level_3 integer,
  onward_referrals integer, first_on date, last_on date, next_on date
)
language sql stable security definer set search_path = public, pg_temp as $$
  select referral.id, planned.planned, held.sessions, held.minutes, held.contacts, held.level_1, held.level_2, held.level_3,
    held.onward_referrals, held.first_on, held.last_on, planned.next_on
  from referral
  cross join lateral (
    select count(*)::integer as sessions,
      coalesce(sum((extract(epoch from to_time::time - from_time::time)::integer / 60 + 1439) % 1440 + 1), 0)::integer as minutes,
      coalesce(sum(session.contacts), 0)::integer as contacts,
      coalesce(sum(session.level_1), 0)::integer as level_1,
      coalesce(sum(session.level_2), 0)::integer as level_2,
      coalesce(sum(session.level_3), 0)::integer as level_3,
      coalesce(sum(session.onward_referrals), 0)::integer as onward_referrals,
      min(session.day) as first_on, max(session.day) as last_on
    from outreach_session as session where session.referral_id = referral.id
  ) as held
  cross join lateral (
    select count(*)::integer as planned, min(day) filter (where not exists (
      select from outreach_session as session where session.planned_id = outreach_planned.id)) as next_on
    from outreach_planned where outreach_planned.referral_id = referral.id
  ) as planned
  where referral.id = any (which)
    and (current_setting('role', true) = 'place_risk_intake'
      or sees_referral(referral.hotspot_id, referral.provider_agency, referral.submitted_at is not null))
$$;
revoke execute on function outreach_sums(uuid[]) from public;
grant execute on function outreach_sums(uuid[]) to place_risk_group, place_risk_intake;

alter table referral enable row level security;
alter table outreach_planned enable row level security;
alter table outreach_session enable row level security;
alter table outreach_session_revision enable row level security;

create policy referral_seen on referral for all to place_risk_group using (
  sees_referral(hotspot_id, provider_agency, submitted_at is not null));
create policy referral_intake on referral for select to place_risk_intake using (true);

-- Single sessions are for the provider, which alone writes them, and for the group; neighbourhood police and a list's readers get sums.
create policy outreach_planned_seen on outreach_planned for select to place_risk_group using (
  current_setting('app.reach', true) in ('all', 'referred') and exists (select from referral where referral.id = referral_id));
create policy outreach_planned_kept on outreach_planned for all to place_risk_group using (
  current_setting('app.reach', true) = 'referred' and exists (select from referral where referral.id = referral_id));
create policy outreach_planned_intake on outreach_planned for select to place_risk_intake using (true);
create policy outreach_session_seen on outreach_session for select to place_risk_group using (
  current_setting('app.reach', true) in ('all', 'referred') and exists (select from referral where referral.id = referral_id));
create policy outreach_session_kept on outreach_session for all to place_risk_group using (
  current_setting('app.reach', true) = 'referred' and exists (select from referral where referral.id = referral_id));
create policy outreach_session_intake on outreach_session for select to place_risk_intake using (true);
create policy outreach_session_revision_kept on outreach_session_revision for all to place_risk_group using (
  exists (select from outreach_session as session where session.id = session_id));

-- The steps of a referral are for whom the referral is: of one that was taken back too, of another provider's not.
create policy step_of_referral_seen on step for select to place_risk_group using (
  thing = 'referral' and exists (select from referral where referral.id = thing_id));
create policy step_of_referral_only on step as restrictive for select to place_risk_group using (
  thing <> 'referral' or exists (select from referral where referral.id = thing_id));

-- The shared map of a provider: the hotspots that were referred to it.
drop policy run_shared_of_area on run_shared;
create policy run_shared_of_area on run_shared for select to place_risk_partner using (
  case when (select current_setting('app.areas', true)) = 'all' then true
    when (select current_setting('app.reach', true)) = 'referred' then reaches(hotspot_id)
    else area_ids && (select string_to_array(nullif(current_setting('app.areas', true), ''), ','))::uuid[] end
);

grant select, insert, update on referral to place_risk_group;
grant select, insert, delete on outreach_planned to place_risk_group;
grant select, insert, update on outreach_session to place_risk_group;
grant select, insert on outreach_session_revision to place_risk_group;
grant select on referral, outreach_planned, outreach_session to place_risk_intake;
