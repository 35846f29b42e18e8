-- Derives the place and the area of these reports (null: of all) anew, as where_report_stands defines them; touches only what differs.
update location_report as report
set place_id = stands.place_id, is_in_area = stands.is_in_area
from location_report as judged
cross join lateral where_report_stands(
  judged.geom, judged.accuracy_m, judged.named_place_id, judged.is_private_address
) as stands
where judged.id = report.id
  and (:reportIds::uuid[] is null or judged.id = any(:reportIds::uuid[]))
  and (report.place_id is distinct from stands.place_id or report.is_in_area is distinct from stands.is_in_area)
