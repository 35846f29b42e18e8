insert into plan_measure (
  id, plan_id, hotspot_id, meeting_id, code, detail, lead_agency, legal_basis, starts_on, ends_on, state, since, proposed_by, proposed_agency
)
values (
  :id::uuid, :planId::uuid, :hotspotId::uuid, :meetingId::uuid, :code::text, :detail::text, :leadAgency::text, :legalBasis::text,
  :startsOn::date, :endsOn::date, :state::text, :now::timestamptz, :proposedBy::text, :proposedAgency::text
)
