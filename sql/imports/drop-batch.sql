-- A batch that nobody has use for, with its issues and refused rows.
delete from import_batch where id = :batch and state = 'staging'
