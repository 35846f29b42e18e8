update session set ended_at = now() where digest = :digest and ended_at is null
