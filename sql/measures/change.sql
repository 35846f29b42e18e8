update plan_measure
set detail = :detail::text, lead_agency = :leadAgency::text, legal_basis = :legalBasis::text, starts_on = :startsOn::date,
  ends_on = :endsOn::date, outcome = :outcome::text, version = version + 1
where id = :id::uuid and version = :version::int
