-- Tasks whose last day is over are frozen as expired, whether anybody looked at them since or not.
select expire_patrols(:today::date) as expired
