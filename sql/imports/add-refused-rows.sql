insert into import_refused_row (batch_id, row_number, sealed_cells)
select :batch, refused.row_number, refused.sealed_cells
from unnest(:rows::int[], :sealedCells::bytea[]) as refused (row_number, sealed_cells)
