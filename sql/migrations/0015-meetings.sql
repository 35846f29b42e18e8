-- The monthly meeting: who was there, what was on the agenda, what was decided, and the minutes; Part B, about children, apart.

create table meeting (
  id uuid constraint meeting_pk primary key default gen_random_uuid(),
  -- The month that its pack is about.
  month text not null constraint meeting_month_shape check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  held_on date not null,
  starts_at text constraint meeting_starts_at_shape check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  venue text constraint meeting_venue_length check (char_length(btrim(venue)) between 1 and 200),
  state text not null constraint meeting_state_known check (state in (
    'scheduled', 'pack_frozen', 'in_session', 'in_session_b', 'minutes_draft', 'minutes_agreed', 'closed', 'cancelled')),
  version integer not null default 1,
  -- One a month, but for those that were called off.
  constraint meeting_one_a_month exclude (month with =) where (state <> 'cancelled')
);
create constraint trigger meeting_state_recorded after insert or update of state on meeting
  deferrable initially deferred for each row execute function state_is_recorded('meeting');

create table meeting_attendance (
  id uuid constraint meeting_attendance_pk primary key default gen_random_uuid(),
  meeting_id uuid not null constraint meeting_attendance_meeting references meeting (id) on delete cascade,
  role text not null constraint meeting_attendance_role_length check (char_length(btrim(role)) between 1 and 120),
  agency text not null constraint meeting_attendance_agency_length check (char_length(btrim(agency)) between 1 and 120),
  -- Which of the partners that have to be there it stands for; null: none of them.
  partner text constraint meeting_attendance_partner_known check (partner in ('chair', 'council', 'police')),
  status text not null constraint meeting_attendance_status_known check (status in ('present', 'apologies', 'absent')),
  version integer not null default 1,
  constraint meeting_attendance_once unique (meeting_id, role, agency)
);

create table agenda_item (
  id uuid constraint agenda_item_pk primary key default gen_random_uuid(),
  meeting_id uuid not null constraint agenda_item_meeting references meeting (id) on delete cascade,
  position integer not null,
  title text not null constraint agenda_item_title_length check (char_length(btrim(title)) between 1 and 200),
  hotspot_id uuid constraint agenda_item_hotspot references hotspot_review (id),
  notes text constraint agenda_item_notes_length check (char_length(notes) <= 8000),
  version integer not null default 1,
  constraint agenda_item_place_once unique (meeting_id, hotspot_id)
);
create index agenda_item_meeting_index on agenda_item (meeting_id, position);
create index agenda_item_hotspot_index on agenda_item (hotspot_id);

create table decision (
  id uuid constraint decision_pk primary key default gen_random_uuid(),
  meeting_id uuid not null constraint decision_meeting references meeting (id) on delete cascade,
  item_id uuid not null constraint decision_item references agenda_item (id) on delete cascade,
  words text not null constraint decision_words_length check (char_length(btrim(words)) between 1 and 2000),
  at timestamptz not null,
  by_name text not null,
  version integer not null default 1
);
create index decision_meeting_index on decision (meeting_id);
create index decision_item_index on decision (item_id);

-- The minutes of Part A, in sections.
create table minutes_section (
  id uuid constraint minutes_section_pk primary key default gen_random_uuid(),
  meeting_id uuid not null constraint minutes_section_meeting references meeting (id) on delete cascade,
  position integer not null,
  title text not null constraint minutes_section_title_length check (char_length(btrim(title)) between 1 and 200),
  words text not null constraint minutes_section_words_length check (char_length(words) <= 20000),
  version integer not null default 1,
  constraint minutes_section_position_once unique (meeting_id, position)
);

-- What agreed minutes are corrected by.
create table minutes_addendum (
  id uuid constraint minutes_addendum_pk primary key default gen_random_uuid(),
  meeting_id uuid not null constraint minutes_addendum_meeting references meeting (id) on delete cascade,
  words text not null constraint minutes_addendum_words_length check (char_length(btrim(words)) between 1 and 4000),
  at timestamptz not null,
  by_name text not null,
  by_role text not null
);
create index minutes_addendum_meeting_index on minutes_addendum (meeting_id, at);

-- Once minutes are agreed nothing of what they tell changes any more, whoever asks.
create function refuse_change_of_agreed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  of uuid := coalesce(new.meeting_id, old.meeting_id);
begin
  if exists (select from meeting where id = of and state in ('minutes_agreed', 'closed')) then
    raise exception 'The minutes are agreed.' using errcode = 'PR004', constraint = 'minutes_agreed';
  end if;
  return coalesce(new, old);
end $$;
create trigger minutes_section_agreed before insert or update or delete on minutes_section for each row execute function refuse_change_of_agreed();
create trigger decision_agreed before insert or update or delete on decision for each row execute function refuse_change_of_agreed();
create trigger agenda_item_agreed before insert or update or delete on agenda_item for each row execute function refuse_change_of_agreed();
create trigger meeting_attendance_agreed before insert or update or delete on meeting_attendance for each row execute function refuse_change_of_agreed();
create trigger minutes_addendum_kept before update or delete on minutes_addendum for each row execute function refuse_change_of_agreed();

-- Nor does the meeting itself, but that it is closed: minutes that were agreed are never a draft again.
create function refuse_reopening() returns trigger language plpgsql as $$
begin
  if new.state = 'closed' and (old.id, old.month, old.held_on) = (new.id, new.month, new.held_on)
    and (old.starts_at, old.venue) is not distinct from (new.starts_at, new.venue) then
    return new;
  end if;
  raise exception 'The minutes are agreed.' using errcode = 'PR004', constraint = 'minutes_agreed';
end $$;
create trigger meeting_stays_agreed before update on meeting for each row when (old.state in ('minutes_agreed', 'closed'))
  execute function refuse_reopening();

-- Nor is anything made at a meeting that is over: its page and its minutes would not say the same.
create function refuse_made_at_meeting_over() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from meeting where id = new.meeting_id and state in ('minutes_agreed', 'closed', 'cancelled')) then
    raise exception 'The meeting is over.' using errcode = 'PR004';
  end if;
  return new;
end $$;
create trigger plan_made before insert on plan for each row execute function refuse_made_at_meeting_over();
create trigger plan_measure_made before insert on plan_measure for each row execute function refuse_made_at_meeting_over();
create trigger referral_made before insert on referral for each row execute function refuse_made_at_meeting_over();
create trigger patrol_made before insert on patrol for each row execute function refuse_made_at_meeting_over();
create trigger action_made before insert on action for each row execute function refuse_made_at_meeting_over();
create trigger review_decision_made before insert on review_decision for each row execute function refuse_made_at_meeting_over();

-- Part B: what was said of a child, for those who need to know. Never beside Part A, never printed, never in minutes.
create table meeting_child_note (
  id uuid constraint meeting_child_note_pk primary key default gen_random_uuid(),
  meeting_id uuid not null constraint meeting_child_note_meeting references meeting (id) on delete cascade,
  child_id uuid not null constraint meeting_child_note_child references child (id) on delete cascade,
  words text not null constraint meeting_child_note_words_length check (char_length(btrim(words)) between 1 and 4000),
  at timestamptz not null,
  by_name text not null,
  version integer not null default 1
);
create index meeting_child_note_meeting_index on meeting_child_note (meeting_id);
create index meeting_child_note_child_index on meeting_child_note (child_id);

-- Whether any report waits for a person to say where it was: yes or no, and nothing of the reports, for who prepares a meeting.
create function is_anything_to_place() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from location_report where geom is null and set_aside_reason is null)
$$;
revoke execute on function is_anything_to_place() from public;
grant execute on function is_anything_to_place() to place_risk_group;

alter table meeting enable row level security;
alter table meeting_attendance enable row level security;
alter table agenda_item enable row level security;
alter table decision enable row level security;
alter table minutes_section enable row level security;
alter table minutes_addendum enable row level security;
alter table meeting_child_note enable row level security;

create policy meeting_of_group on meeting for all to place_risk_group, place_risk_intake using (true);
create policy meeting_of_case on meeting for select to place_risk_case using ((select reading_role()) is not null);
create policy meeting_attendance_of_group on meeting_attendance for all to place_risk_group using (true);
-- Whom only some places are for sees what was said of those; what hangs on no place is the group's.
create policy agenda_item_reached on agenda_item for all to place_risk_group using (
  current_setting('app.reach', true) = 'all' or hotspot_id is not null and reaches(hotspot_id)
);
create policy agenda_item_intake on agenda_item for all to place_risk_intake using (true);
create policy decision_reached on decision for all to place_risk_group using (
  exists (select from agenda_item as item where item.id = item_id)
);
create policy decision_intake on decision for select to place_risk_intake using (true);
create policy minutes_section_of_group on minutes_section for all to place_risk_group using (current_setting('app.reach', true) = 'all');
create policy minutes_addendum_of_group on minutes_addendum for all to place_risk_group using (current_setting('app.reach', true) = 'all');
-- With the child: who may see the child may see what was said.
create policy meeting_child_note_seen on meeting_child_note for all to place_risk_case using (
  (select reading_role()) in ('coordinator', 'group_chair', 'group_member', 'police_missing', 'cre_team')
  and exists (select from child where child.id = child_id)
) with check ((select reading_role()) in ('coordinator', 'group_chair'));

grant select, insert, update on meeting to place_risk_group;
grant select, update on meeting to place_risk_intake;
grant select on meeting to place_risk_case;
grant select, insert, update on meeting_attendance, agenda_item to place_risk_group;
grant select, insert on agenda_item to place_risk_intake;
grant select, insert, update on decision, minutes_section to place_risk_group;
grant delete on minutes_section to place_risk_group;
grant select on decision to place_risk_intake;
grant select, insert on minutes_addendum to place_risk_group;
grant select, insert, update on meeting_child_note to place_risk_case;
