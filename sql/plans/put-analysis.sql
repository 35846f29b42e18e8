insert into plan_analysis (plan_id, content) values (:planId::uuid, :content::jsonb)
on conflict (plan_id) do update set content = excluded.content
