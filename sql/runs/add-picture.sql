insert into run_picture (run_id, picture, surface, backtest) values (:runId::uuid, :picture::jsonb, :surface::jsonb, :backtest::jsonb)
