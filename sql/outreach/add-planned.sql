insert into outreach_planned (id, referral_id, hotspot_id, day, from_time, to_time)
select id, :referralId::uuid, :hotspotId::uuid, day, from_time, to_time
from unnest(:ids::uuid[], :days::date[], :froms::text[], :tos::text[]) as given (id, day, from_time, to_time)
