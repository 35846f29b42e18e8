-- Nobody agrees the minutes while they are written to.
select id from meeting where id = :meetingId::uuid for update
