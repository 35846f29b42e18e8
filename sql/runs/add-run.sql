insert into run (kind, period_from, period_to, method, method_version, data_hash, left_out, withheld_g2, withheld_g3, made_by, made_at)
values (:kind, :from::date, :to::date, :method::jsonb, :methodVersion, :dataHash, :leftOut::jsonb, :withheldG2, :withheldG3, :madeBy, :madeAt::timestamptz)
returning id
