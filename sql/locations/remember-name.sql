-- Words that a place turned out to go by become one of its names. That takes nothing away, so there is nothing to keep of what it was.
with remembered as (
  insert into place_name (place_id, name, compared_name)
  values (:placeId::uuid, :name, :comparedName)
  on conflict (place_id, compared_name) do nothing
  returning place_id
)
update place set version = version + 1, updated_at = now() where id in (select place_id from remembered)
