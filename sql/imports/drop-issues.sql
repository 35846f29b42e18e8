with refused as (delete from import_refused_row where batch_id = :batch)
delete from import_issue where batch_id = :batch
