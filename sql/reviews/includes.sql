-- What is merged into a place now, itself or by way of another.
with recursive included as (
  select id, name, true as is_direct from hotspot_review where merged_into = :id::uuid
  union all
  select review.id, review.name, false from hotspot_review as review join included on included.id = review.merged_into
)
select id, name, is_direct as "isDirect" from included order by name, id
