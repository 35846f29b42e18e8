insert into import_issue (batch_id, row_number, column_name, code, message, value)
select :batch, issue.row_number, issue.column_name, issue.code, issue.message, issue.value
from unnest(:rows::int[], :columns::text[], :codes::text[], :messages::text[], :values::text[])
  as issue (row_number, column_name, code, message, value)
