-- No row: somebody changed it first.
update referral set version = version + 1 where id = :id::uuid and version = :version::int
