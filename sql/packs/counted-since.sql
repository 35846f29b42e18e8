select
  reports, reports_of_period as "reportsOfPeriod", reports_changed as "reportsChanged",
  episodes, episodes_of_period as "episodesOfPeriod", episodes_changed as "episodesChanged"
from counted_since_pack(:meetingId::uuid)
