select plan.hotspot_id as "hotspotId", plan.state from plan where plan.id = :planId::uuid
