select id from place where source_ref = :sourceRef
