select row_number as row, report_ref as key, row_hash as "rowHash"
from staged_report
where batch_id = :batch and report_ref = any(:keys::text[])
