insert into run_known (run_id, report_ids, report_versions)
values (:runId::uuid, :reportIds::uuid[], :reportVersions::int[])
