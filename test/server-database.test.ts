import { expect, inject, test } from 'vitest'
import { openDatabase } from '../server/database/open.ts'

test.skipIf(inject('database').kind === 'embedded')(
  'a server is opened with PostGIS and trigrams in it (where DATABASE_URL names one)',
  async () => {
    const server = await openDatabase({ databaseUrl: process.env.DATABASE_URL! })
    const { rows } = await server.pool.query(
      "select similarity('a', 'a') as similar, st_srid(st_geomfromtext('POINT(1 2)', 27700)) as srid, current_setting('application_name') as name",
    )
    await server.stop()
    expect(rows).toEqual([{ similar: 1, srid: 27700, name: 'place-risk' }])
  },
)
