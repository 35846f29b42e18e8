select expire_patrols(:today::date) as expired
