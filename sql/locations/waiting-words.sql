-- The words that waiting reports call their places by, private addresses aside, and how many use each.
select place_name as words, count(*) as reports
from location_report
where geom is null and set_aside_reason is null and not is_private_address and place_name is not null
group by place_name
