-- The password was right and the code is still to come: neither a failure nor the end of the count.
update sign_in_slowing set failures = greatest(0, failures - 1), wait_until = now() where key = :key
