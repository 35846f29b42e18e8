-- What no living import owns.
with living as (
  select id from import_batch where state = 'staging'
), reports as (
  delete from staged_report where batch_id not in (select id from living)
), refused as (
  delete from import_refused_row where batch_id in (select id from import_batch where state = 'failed')
), issues as (
  delete from import_issue where batch_id in (select id from import_batch where state = 'failed')
)
delete from staged_episode where batch_id not in (select id from living)
