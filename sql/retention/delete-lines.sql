delete from audit_line where seq <= :throughSeq
