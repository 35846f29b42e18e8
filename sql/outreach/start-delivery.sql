update referral set state = 'in_delivery', since = :now::timestamptz, version = version + 1 where id = :id::uuid and state = 'scheduled'
