select missing_episode.source_hmac as "sourceHmac", child.source_hmac as "childSourceHmac"
from missing_episode
join child on child.id = missing_episode.child_id
where missing_episode.source_hmac = any(:sourceHmacs::bytea[])
