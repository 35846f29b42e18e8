select id, code from area where kind = 'police_neighbourhood' and code = any (:codes::text[])
