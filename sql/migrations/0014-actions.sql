-- Actions that the group gives to somebody, and the words that writers have looked at.

-- A phrase in a text for partners that looked like a name, a number or an address, and that the writer kept. A keyed hash: it cannot be read back.
create table checked_phrase (
  digest bytea constraint checked_phrase_pk primary key,
  kind text not null,
  checked_by_name text not null,
  checked_at timestamptz not null
);
alter table checked_phrase enable row level security;
create policy checked_phrase_of_all on checked_phrase for all to place_risk_group, place_risk_intake using (true);
grant select, insert on checked_phrase to place_risk_group, place_risk_intake;

-- Which of these keyed hashes are of numbers that the case system has for a child or an episode. Asked only for those who may read every
-- child: to anybody else an answer would tell whether a number is known here.
create function case_numbers_among(children bytea[], episodes bytea[]) returns setof bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select source_hmac from child where source_hmac = any (children)
  union
  select source_hmac from missing_episode where source_hmac = any (episodes)
$$;
revoke execute on function case_numbers_among(bytea[], bytea[]) from public;
grant execute on function case_numbers_among(bytea[], bytea[]) to place_risk_group, place_risk_intake;

-- Names of places are nobody's: the check of wording sets them aside.
create policy place_of_group on place for select to place_risk_group using (category <> 'private_address_area');
create policy place_name_of_group on place_name for select to place_risk_group using (
  exists (select from place where place.id = place_id)
);
grant select (id, name, category, retired_at) on place to place_risk_group;
grant select on place_name to place_risk_group;

-- Whom something can be given to.
grant select (id, name, role, agency, disabled_at) on person to place_risk_group;

create table action (
  id uuid constraint action_pk primary key default gen_random_uuid(),
  -- Running, within the year in which it was raised: 2023-07 is the seventh of 2023.
  year integer not null,
  number integer not null,
  title text not null constraint action_title_length check (char_length(btrim(title)) between 1 and 300),
  -- What it is about, if anything: never a child.
  hotspot_id uuid constraint action_hotspot references hotspot_review (id),
  about text constraint action_about_known check (about in ('plan', 'referral', 'patrol')),
  about_id uuid,
  -- The meeting at which it was raised; meetings come with the next migration.
  meeting_id uuid,
  owner_id uuid not null constraint action_owner references person (id),
  -- As they were when it was given: people move.
  owner_name text not null,
  owner_role text not null,
  owner_agency text not null,
  priority text not null constraint action_priority_known check (priority in ('low', 'normal', 'high')),
  due_on date not null,
  raised_on date not null,
  raised_by_name text not null,
  evidence text constraint action_evidence_length check (char_length(evidence) <= 4000),
  escalated_to text constraint action_escalated_length check (char_length(btrim(escalated_to)) between 1 and 200),
  state text not null constraint action_state_known check (state in ('open', 'in_progress', 'complete', 'verified', 'cancelled')),
  version integer not null default 1,
  constraint action_number_once unique (year, number),
  constraint action_about_whole check ((about is null) = (about_id is null)),
  constraint action_complete_has_evidence check (state not in ('complete', 'verified') or char_length(btrim(evidence)) > 0)
);
create index action_hotspot_index on action (hotspot_id);
create index action_owner_index on action (owner_id);
create index action_meeting_index on action (meeting_id);
create constraint trigger action_state_recorded after insert or update of state on action
  deferrable initially deferred for each row execute function state_is_recorded('action');

-- The next number of a year is counted under a lock of its row, so that none is left out and none given twice.
create table action_count (
  year integer constraint action_count_pk primary key,
  latest integer not null
);

create table action_note (
  id bigint generated always as identity constraint action_note_pk primary key,
  action_id uuid not null constraint action_note_action references action (id) on delete cascade,
  at timestamptz not null,
  by_name text not null,
  by_agency text not null,
  words text not null constraint action_note_words_length check (char_length(btrim(words)) between 1 and 2000)
);
create index action_note_action_index on action_note (action_id, id);

alter table action enable row level security;
alter table action_note enable row level security;
alter table action_count enable row level security;

-- Whether a hotspot touches the areas of who asks; those who are not of a neighbourhood have them all.
create function in_own_areas(which uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select current_setting('app.areas', true) = 'all' or exists (
    select from hotspot_review as review
    where review.id = which and review.area_ids && string_to_array(nullif(nullif(current_setting('app.areas', true), ''), 'all'), ',')::uuid[]
  )
$$;

-- Everybody's for the group; one's own, and those of one's agency, for the others.
create policy action_reached on action for all to place_risk_group using (
  case current_setting('app.reach', true)
    when 'all' then true
    when 'own' then owner_id = nullif(current_setting('app.person', true), '')::uuid
      or lower(btrim(owner_agency)) = current_setting('app.agency', true) and (hotspot_id is null or in_own_areas(hotspot_id))
    else hotspot_id is not null and reaches(hotspot_id)
  end
);
create policy action_intake on action for select to place_risk_intake using (true);
create policy action_note_reached on action_note for all to place_risk_group using (
  exists (select from action where action.id = action_id)
);
create policy action_note_intake on action_note for select to place_risk_intake using (true);
create policy action_count_of_all on action_count for all to place_risk_group using (true);

grant select, insert, update on action to place_risk_group;
grant select, insert on action_note to place_risk_group;
grant select, insert, update on action_count to place_risk_group;
grant select on action, action_note to place_risk_intake;
