select row_number as row, source_hmac as key, row_hash as "rowHash"
from staged_episode
where batch_id = :batch and source_hmac = any(:keys::bytea[])
