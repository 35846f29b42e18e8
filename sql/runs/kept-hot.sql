-- Named places with three children or more in one month of reports that were deleted by age. Children are counted a basis, so the
-- largest of them is how many there were at the least.
select distinct place_id as "placeId" from kept_count where place_id is not null and children >= 3 and month < :before::date
