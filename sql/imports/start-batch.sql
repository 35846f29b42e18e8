insert into import_batch (id, kind, filename, header, ignored_columns)
values (:batch, :kind, :filename, :header::text[], :ignoredColumns::text[])
