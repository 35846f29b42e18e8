select greatest(1, ceil(extract(epoch from wait_until - now())))::int as seconds from sign_in_slowing where key = :key
