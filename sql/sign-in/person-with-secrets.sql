select
  id,
  username,
  name,
  role,
  agency,
  password_hash as "passwordHash",
  one_time_secret as "oneTimeSecret",
  one_time_confirmed_at is not null as "isConfirmed"
from person
where id = :id
