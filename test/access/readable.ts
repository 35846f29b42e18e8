import type { Db } from '../../server/db.ts'

/** What a database role may select, as `table`, or `table (column, column)` where it is not every column; `+rls` where row policies hold. */
export const readableBy = async (db: Db, role: string): Promise<string[]> => {
  const { rows } = await db.query<{ readable: string }>(
    `select case when readable = columns then table_name else table_name || ' (' || names || ')' end as readable
     from (
       select
         class.relname::text as table_name,
         count(*) as columns,
         count(*) filter (where has_column_privilege($1, class.oid, attribute.attnum, 'select')) as readable,
         string_agg(attribute.attname, ', ' order by attribute.attname)
           filter (where has_column_privilege($1, class.oid, attribute.attnum, 'select')) as names
       from pg_class as class
       join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
       where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'v', 'm', 'p')
       group by class.relname, class.oid
     ) as of_table
     where readable > 0
     order by table_name collate "C"`,
    [`place_risk_${role}`],
  )
  return rows.map(({ readable }) => readable)
}
