select
  id,
  username,
  name,
  role,
  agency,
  password_hash as "passwordHash",
  case when one_time_confirmed_at is not null then one_time_secret end as "oneTimeSecret",
  disabled_at is not null as "isDisabled"
from person
where username = :username
