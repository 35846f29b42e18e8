select referral.id, referral.number, referral.hotspot_id as "hotspotId", coalesce(review.name, referral.place_name) as "hotspotName",
  referral.service_type as "serviceType", referral.state,
  to_char(referral.submitted_at at time zone 'Europe/London', 'YYYY-MM-DD') as "submittedOn",
  referral.version
from referral
left join hotspot_review as review on review.id = referral.hotspot_id
where referral.id = :id::uuid
