-- What each database role may touch. Every request runs under one of these, never as the owner; a forgotten filter yields nothing.
--   entry    sign-in and sessions
--   scribe   the log: adds and reads it, no more
--   case     case data (G0, G1), row by row, in a transaction that an earlier, committed line of the log has opened
--   intake   the co-ordinator's files, the gazetteer, the making of a run
--   partner  what partners read (G2)
--   list     the depersonalised list (G3)
--   keeper   people and policy

do $$
declare wanted text;
begin
  foreach wanted in array array['entry', 'scribe', 'case', 'intake', 'partner', 'list', 'keeper'] loop
    begin
      execute format('create role %I nologin', 'place_risk_' || wanted);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', 'place_risk_' || wanted);
    execute format('grant usage on schema public to %I', 'place_risk_' || wanted);
  end loop;
end $$;

-- Who reads in this transaction, as the line of the log says that opened it: nothing that a query could set itself. Every name is whole
-- instead of a search path in the function's settings, which would cost more than the look-up.
create function reading_now() returns table (person_id uuid, role text, agency text)
language sql stable security definer as $$
  select audit_line.person_id, audit_line.role, pg_catalog.lower(pg_catalog.btrim(audit_line.agency))
  from public.reading join public.audit_line on audit_line.seq operator(pg_catalog.=) reading.line
  where reading.opened_in operator(pg_catalog.=) pg_catalog.pg_current_xact_id_if_assigned()
  limit 1
$$;

-- Opens case data to this transaction. The line has to be committed before it began, of the same person, unused, and a minute old at most.
create function open_reading(line bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found audit_line;
begin
  select * into found from audit_line where audit_line.seq = line;
  if found.seq is null then
    raise exception 'There is no such line in the log.' using errcode = 'PR001';
  end if;
  if found.written_in = pg_current_xact_id() then
    raise exception 'The line was written in this transaction: a rollback would take it along.' using errcode = 'PR001';
  end if;
  if found.person_id is distinct from nullif(current_setting('app.person', true), '')::uuid then
    raise exception 'The line is another person’s.' using errcode = 'PR001';
  end if;
  if found.action in ('refusal', 'sign_in') then
    raise exception 'The line opens nothing.' using errcode = 'PR001';
  end if;
  if clock_timestamp() - found.at > interval '1 minute' then
    raise exception 'The line is older than a minute.' using errcode = 'PR001';
  end if;
  insert into reading (line, opened_in) values (found.seq, pg_current_xact_id());
exception when unique_violation then
  raise exception 'The line was used before.' using errcode = 'PR001';
end $$;
revoke execute on function open_reading(bigint) from public;
grant execute on function open_reading(bigint) to place_risk_case, place_risk_intake;

create function reading_scope(of text) returns text language sql stable security definer as $$
  select case
    when of operator(pg_catalog.=) 'child' then role_scope.child
    when of operator(pg_catalog.=) 'report' then role_scope.report
    else role_scope.private_report end
  from public.reading_now() as now join public.role_scope on role_scope.role operator(pg_catalog.=) now.role
$$;
create function reading_person() returns uuid language sql stable security definer as $$
  select person_id from public.reading_now()
$$;
create function reading_agency() returns text language sql stable security definer as $$
  select agency from public.reading_now()
$$;
create function reading_role() returns text language sql stable security definer as $$
  select role from public.reading_now()
$$;
-- The children shared with who reads.
create function reading_children() returns uuid[] language sql stable security definer as $$
  select coalesce(pg_catalog.array_agg(child_share.child_id), '{}')
  from public.child_share, public.reading_now() as now
  where child_share.person_id operator(pg_catalog.=) now.person_id or child_share.role operator(pg_catalog.=) now.role
$$;

-- The child of a case number, made where it is new under a random reference that nobody has; there are always more free references than
-- taken. Whoever enters a report need not see the children of others for it.
create function child_of_source(source bytea) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found uuid;
begin
  if current_setting('role', true) = 'place_risk_case' and reading_scope('child') is null then
    raise exception 'No line of the log opens this.' using errcode = '42501';
  end if;
  with known as (
    select id from child where source_hmac = source
  ), room as (
    select greatest(9999, 10 ^ ceil(log(2.0 * (1 + count(*)))) - 1)::int as largest from child
  ), made as (
    insert into child (reference, source_hmac)
    select named.reference, source
    from room
    cross join generate_series(1, room.largest) as number
    cross join lateral (select 'YP-' || lpad(number::text, greatest(4, length(number::text)), '0') as reference) as named
    where not exists (select from known)
      and not exists (select from child where child.reference = named.reference)
    order by gen_random_uuid()
    limit 1
    returning id
  )
  select id into found from (select id from known union all select id from made) as child_id;
  return found;
end $$;
revoke execute on function child_of_source(bytea) from public;
grant execute on function child_of_source(bytea) to place_risk_case;

alter table child enable row level security;
alter table missing_episode enable row level security;
alter table return_interview enable row level security;
alter table missing_episode_revision enable row level security;
alter table location_report enable row level security;
alter table location_report_revision enable row level security;
alter table occurrence enable row level security;
alter table likely_duplicate enable row level security;
alter table import_refused_row enable row level security;
alter table child_share enable row level security;
alter table protected_setting enable row level security;
alter table run_hotspot enable row level security;
alter table run_shared enable row level security;
alter table kept_count enable row level security;
alter table place enable row level security;
alter table place_name enable row level security;
alter table place_revision enable row level security;

-- Functions stand in a (select …) so that each is asked once a query, not once a row.
create policy child_seen on child for select to place_risk_case using (
  case (select reading_scope('child'))
    when 'all' then true
    when 'agency' then exists (select from missing_episode as episode where episode.child_id = child.id)
      or exists (select from location_report as report where report.child_id = child.id)
    when 'own' then id = any ((select reading_children())::uuid[])
      or exists (select from location_report as report where report.child_id = child.id and report.entered_by = (select reading_person()))
    when 'flagged' then id = any ((select reading_children())::uuid[])
    when 'sample' then id = any ((select reading_children())::uuid[])
    else false
  end
);

create policy missing_episode_seen on missing_episode for select to place_risk_case using (
  case (select reading_scope('child'))
    when 'all' then true
    when 'agency' then police_reported
    when 'own' then child_id = any ((select reading_children())::uuid[])
    when 'flagged' then child_id = any ((select reading_children())::uuid[])
    when 'sample' then child_id = any ((select reading_children())::uuid[])
    else false
  end
);
create policy return_interview_seen on return_interview for select to place_risk_case using (
  exists (select from missing_episode as episode where episode.id = episode_id)
);
create policy missing_episode_revision_seen on missing_episode_revision for select to place_risk_case using (
  exists (select from missing_episode as episode where episode.id = episode_id)
);

create policy location_report_seen on location_report for all to place_risk_case using (
  case (select reading_scope('report'))
    when 'all' then true
    when 'agency' then lower(btrim(controller_agency)) = (select reading_agency()) or entered_by = (select reading_person())
    when 'own' then entered_by = (select reading_person()) or child_id = any ((select reading_children())::uuid[])
    when 'sample' then child_id = any ((select reading_children())::uuid[])
    else false
  end
  and ((select reading_scope('private')) is not null or not is_private_address and not exists (
    select from place where place.id = place_id and place.category = 'private_address_area'))
  -- Handling code C stays with the agency that controls the report; where none is named, with who keeps the data.
  and (handling is distinct from 'C' or lower(btrim(controller_agency)) = (select reading_agency())
    or (controller_agency is null and (select reading_role()) = 'coordinator'))
);
create policy location_report_revision_seen on location_report_revision for all to place_risk_case using (
  exists (select from location_report as report where report.id = report_id)
);
create policy occurrence_seen on occurrence for all to place_risk_case using ((select reading_scope('report')) is not null);
-- A pair is there for who sees both of its reports.
create policy likely_duplicate_seen on likely_duplicate for all to place_risk_case using (
  exists (select from location_report as report where report.id = first_report_id)
  and exists (select from location_report as report where report.id = second_report_id)
);
create policy child_share_kept on child_share for all to place_risk_case using ((select reading_role()) = 'coordinator');
create policy protected_setting_kept on protected_setting for all to place_risk_case using (
  (select reading_role()) in ('coordinator', 'group_chair')
);
create policy run_hotspot_seen on run_hotspot for select to place_risk_case using (
  (select reading_role()) in ('coordinator', 'group_chair')
);
create policy import_refused_row_intake on import_refused_row for all to place_risk_intake using (true);

create policy child_intake on child for all to place_risk_intake using (true);
create policy missing_episode_intake on missing_episode for all to place_risk_intake using (true);
create policy return_interview_intake on return_interview for all to place_risk_intake using (true);
create policy missing_episode_revision_intake on missing_episode_revision for all to place_risk_intake using (true);
create policy location_report_intake on location_report for all to place_risk_intake using (true);
create policy location_report_revision_intake on location_report_revision for all to place_risk_intake using (true);
create policy occurrence_intake on occurrence for all to place_risk_intake using (true);
create policy likely_duplicate_intake on likely_duplicate for all to place_risk_intake using (true);
create policy protected_setting_intake on protected_setting for select to place_risk_intake using (true);
create policy run_hotspot_intake on run_hotspot for all to place_risk_intake using (true);
create policy run_shared_counted on run_shared for select to place_risk_case using ((select reading_role()) in ('coordinator', 'group_chair'));
create policy kept_count_seen on kept_count for select to place_risk_case using ((select reading_role()) in ('coordinator', 'group_chair'));
create policy kept_count_intake on kept_count for select to place_risk_intake using (true);
create policy run_shared_intake on run_shared for all to place_risk_intake using (true);

-- Police neighbourhood people say which areas are theirs; the others may see all that is shared.
create policy run_shared_of_area on run_shared for select to place_risk_partner using (
  case when (select current_setting('app.areas', true)) = 'all' then true
    else area_ids && (select string_to_array(nullif(current_setting('app.areas', true), ''), ','))::uuid[] end
);

-- An area of private addresses has no outline for partners.
create policy place_shared on place for select to place_risk_partner using (category <> 'private_address_area');
create policy place_name_shared on place_name for select to place_risk_partner using (
  exists (select from place where place.id = place_id)
);
create policy place_revision_shared on place_revision for select to place_risk_partner using (
  was ->> 'category' is distinct from 'private_address_area' and exists (select from place where place.id = place_id)
);
-- Where a protected setting is near, the chair says which places are public; an area of private addresses never is.
create policy place_kept on place for select to place_risk_keeper using (category <> 'private_address_area');
create policy place_known on place for all to place_risk_intake using (true);
-- Nor for those who see exact reports, but none at private addresses.
create policy place_of_case on place for all to place_risk_case using (
  category <> 'private_address_area' or (select reading_scope('private')) is not null
);
create policy place_name_known on place_name for all to place_risk_case, place_risk_intake using (true);
create policy place_revision_known on place_revision for all to place_risk_case, place_risk_intake using (true);

grant select, insert, update, delete on person, person_area, session, reason_given, sign_in_link, sign_in_slowing, oidc_attempt to place_risk_entry;
grant select on policy_setting, area to place_risk_entry;

grant select, insert on audit_line to place_risk_scribe;

grant select, insert, update, delete on child_share, protected_setting to place_risk_case;
grant select on child, missing_episode, return_interview, missing_episode_revision, run, run_hotspot, run_shared, run_listed, postcode, policy_setting, area,
  public_place_approval, kept_count to place_risk_case;
-- Whom a child can be shared with: never what they sign in with.
grant select (id, username, name, role, agency, disabled_at) on person to place_risk_case;
grant select, insert, update, delete on location_report, location_report_revision, occurrence, likely_duplicate, place_name to place_risk_case;
grant select, update (version, updated_at) on place to place_risk_case;
grant select on place_revision to place_risk_case;

grant select, insert, update, delete on import_batch, import_issue, import_refused_row, child, missing_episode, return_interview, missing_episode_revision,
  location_report, location_report_revision, occurrence, likely_duplicate, staged_report, staged_episode, place, place_name, place_revision, postcode, area,
  run, run_hotspot, run_shared, run_listed to place_risk_intake;
-- An import takes statistics of what it staged, which only an owner may.
create function analyze_staged() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze staged_report, staged_episode;
end $$;
revoke execute on function analyze_staged() from public;
grant execute on function analyze_staged() to place_risk_intake;
grant truncate on staged_report, staged_episode to place_risk_intake;
grant select on policy_setting, source_key, kept_count, public_place_approval to place_risk_intake;
grant select on protected_setting to place_risk_intake;

-- Not its maker's counts of what was left out, nor the hash of what was counted.
grant select (id, kind, period_from, period_to, method, method_version, withheld_g2, withheld_g3, made_by, made_at) on run
  to place_risk_partner, place_risk_list;
grant select on run_shared, area, policy_setting to place_risk_partner;
grant select on place, place_name, place_revision to place_risk_partner;
grant select on postcode to place_risk_partner;

grant select on run_listed, policy_setting to place_risk_list;

grant select, insert, update on policy_setting, policy_setting_change, policy_proposal to place_risk_keeper;
grant select, insert, update, delete on public_place_approval to place_risk_keeper;
grant select (id, username, name, role, agency, one_time_confirmed_at, oidc_issuer, disabled_at, version, created_at, updated_at, has_password),
  insert (username, name, role, agency),
  update (name, role, agency, disabled_at, version, updated_at, one_time_secret, one_time_confirmed_at, one_time_last_step)
  on person to place_risk_keeper;
grant select, insert, delete on person_area to place_risk_keeper;
grant select (id, person_id, created_at, last_seen_at, ended_at), update (ended_at) on session to place_risk_keeper;
grant select, insert, delete on sign_in_link to place_risk_keeper;
grant select on area, place to place_risk_keeper;
