select row_number as row, column_name as column, code, message, value
from import_issue
where batch_id = :batch
order by row_number, id
limit :limit
