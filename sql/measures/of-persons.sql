-- Whether there are measures about persons, by the owning agencies' references: no row for whom they are not.
select
  measure.id,
  measure.plan_id as "planId",
  measure.code,
  measure.is_in_place as "isInPlace",
  measure.owning_agency as "owningAgency",
  measure.external_ref as "externalRef",
  measure.noted_by as "notedBy",
  to_char(measure.noted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "notedAt",
  measure.version
from person_measure as measure
where (:id::uuid is null or measure.id = :id::uuid)
  and (:planId::uuid is null or measure.plan_id = :planId::uuid)
order by measure.noted_at, measure.id
limit 200
