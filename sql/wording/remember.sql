insert into checked_phrase (digest, kind, checked_by_name, checked_at)
select given.digest, given.kind, :by::text, :at::timestamptz
from unnest(:digests::bytea[], :kinds::text[]) as given (digest, kind)
on conflict (digest) do nothing
