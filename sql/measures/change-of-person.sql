update person_measure
set is_in_place = :isInPlace::boolean, external_ref = :externalRef::text, noted_by = :notedBy::text, noted_at = :now::timestamptz,
  version = version + 1
where id = :id::uuid and version = :version::int
