-- What a stored month says beside its counts, and which occurrences stood in which of its hotspots.

-- Exact (G1): surfaces, new clusters and the backtest of a month; its hotspots' own findings stand in run_hotspot and run_shared.
create table run_picture (
  run_id uuid constraint run_picture_pk primary key constraint run_picture_run references run (id) on delete cascade,
  picture jsonb not null,
  surface jsonb not null,
  -- Null where the reports do not reach back two years.
  backtest jsonb
);

-- By these a cluster of the next run finds the one it carries on. An occurrence that is deleted leaves.
create table run_member (
  run_id uuid not null,
  hotspot_id uuid not null,
  occurrence_id uuid not null constraint run_member_occurrence references occurrence (id) on delete cascade,
  constraint run_member_pk primary key (run_id, occurrence_id),
  constraint run_member_hotspot foreign key (run_id, hotspot_id) references run_hotspot (run_id, hotspot_id) on delete cascade
);
create index run_member_hotspot_index on run_member (run_id, hotspot_id);
create index run_member_occurrence_index on run_member (occurrence_id);

alter table run_picture enable row level security;
alter table run_member enable row level security;

create policy run_picture_seen on run_picture for select to place_risk_case using (
  (select reading_role()) in ('coordinator', 'group_chair')
);
create policy run_picture_intake on run_picture for all to place_risk_intake using (true);
create policy run_member_intake on run_member for all to place_risk_intake using (true);

grant select on run_picture to place_risk_case;
grant select, insert, update, delete on run_picture, run_member to place_risk_intake;
