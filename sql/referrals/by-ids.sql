-- Referrals with what came of them in sums, in the order of the ids. A place that the reader does not see any more keeps the name it was referred by.
select referral.id, referral.number, referral.hotspot_id as "hotspotId", coalesce(review.name, referral.place_name) as "hotspotName",
  referral.meeting_id as "meetingId", referral.service_type as "serviceType", referral.rationale, referral.aims, referral.windows,
  referral.age_band as "ageBand", referral.sessions_requested as "sessionsRequested", referral.start_by as "startBy",
  referral.safety_notes as "safetyNotes", referral.other_agencies as "otherAgencies", referral.priority,
  referral.provider_agency as "providerAgency", referral.requested_by as "requestedBy", referral.requested_by_agency as "requestedByAgency",
  to_char(referral.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "submittedAt", referral.answer_by as "answerBy",
  referral.state, to_char(referral.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since, referral.version,
  sums.planned, sums.sessions, sums.minutes, sums.contacts, sums.onward_referrals as "onwardReferrals",
  sums.level_1 as level1, sums.level_2 as level2, sums.level_3 as level3,
  sums.first_on as "firstOn", sums.last_on as "lastOn", sums.next_on as "nextOn"
from referral
join outreach_sums(:ids::uuid[]) as sums on sums.referral_id = referral.id
left join hotspot_review as review on review.id = referral.hotspot_id
where referral.id = any (:ids::uuid[])
order by array_position(:ids::uuid[], referral.id)
