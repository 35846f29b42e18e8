insert into person_measure (id, plan_id, code, is_in_place, owning_agency, external_ref, noted_by, noted_at)
values (
  :id::uuid, :planId::uuid, :code::text, :isInPlace::boolean, :owningAgency::text, :externalRef::text, :notedBy::text, :now::timestamptz
)
