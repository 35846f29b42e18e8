-- The partnership's area in British National Grid metres; no row where none is loaded.
select st_asgeojson(geom, 3)::json as geometry, st_area(geom) as "squareMetres"
from (select st_multi(st_union(geom)) as geom from area where kind = 'partnership') as whole
where geom is not null
