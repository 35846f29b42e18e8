update sign_in_slowing set wait_until = now() + make_interval(secs => :seconds::double precision) where key = :key
