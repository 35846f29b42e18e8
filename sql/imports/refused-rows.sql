-- Refused rows after a row, with what is wrong with each, in the order it was found.
select
  refused.row_number as row,
  refused.sealed_cells as "sealedCells",
  (
    select string_agg(concat_ws(': ', issue.column_name, issue.message), ' ' order by issue.id)
    from import_issue as issue
    where issue.batch_id = refused.batch_id and issue.row_number = refused.row_number
  ) as problem
from import_refused_row as refused
where refused.batch_id = :batch and refused.row_number > :after
order by refused.row_number
limit :limit
