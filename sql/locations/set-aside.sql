update location_report set set_aside_reason = :reason, version = version + 1, updated_at = now() where id = :id::uuid
