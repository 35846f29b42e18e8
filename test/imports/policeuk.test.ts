import { createReadStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { openCsv } from '../../server/csv/open-csv.ts'
import { importFile } from '../../server/imports/import-file.ts'
import { dbscan } from '../../server/statistics/dbscan.ts'
import { testSecrets, withDb } from '../support/app.ts'
import { counts, NONE } from './files.ts'

const FILE = '../shared/data/events/policeuk_derby_points.csv'
const EPS_METRES = 150
const MIN_POINTS = 5

/** Street crimes stand in for reports: a real file with hundreds of points on one spot. */
async function* asReports() {
  const { header, records } = await openCsv(createReadStream(FILE))
  const [longitude, latitude, month] = ['longitude', 'latitude', 'month'].map((name) => header.indexOf(name)) as [
    number,
    number,
    number,
  ]
  yield Buffer.from('report_ref,basis,observed_from,longitude,latitude,is_private_address\n')
  for await (const { row, cells } of records)
    yield Buffer.from(`P${row},sighted,${cells[month]}-01,${cells[longitude]},${cells[latitude]},N\n`)
}

test.skipIf(!existsSync(FILE))(
  'the police.uk file, mapped to the contract, loads whole, and its core points cluster as in PostGIS',
  withDb(async (db) => {
    const answer = await importFile({ db, secrets: testSecrets }, 'reports', Readable.from(asReports()))
    expect(counts(answer)).toEqual({ ...NONE, accepted: 7_250 })

    const { rows } = await db.query<{ x: number; y: number; cluster: number | null; near: number }>(
      `select st_x(geom) as x, st_y(geom) as y, st_clusterdbscan(geom, $1, $2) over () as cluster,
         (select count(*) from location_report other where st_dwithin(other.geom, report.geom, $1)) as near
       from location_report as report order by id`,
      [EPS_METRES, MIN_POINTS],
    )
    const labels = dbscan(
      Float64Array.from(rows, ({ x }) => x),
      Float64Array.from(rows, ({ y }) => y),
      EPS_METRES,
      MIN_POINTS,
    )
    const cores = rows.flatMap(({ near, cluster }, index) =>
      near >= MIN_POINTS ? [`${labels[index]} is ${cluster}`] : [],
    )
    expect(cores.length).toBeGreaterThan(7_000)
    // One name each way: as many pairs as clusters on either side.
    const pairs = [...new Set(cores)]
    expect(new Set(pairs.map((pair) => pair.split(' is ')[0])).size).toBe(pairs.length)
    expect(new Set(pairs.map((pair) => pair.split(' is ')[1])).size).toBe(pairs.length)
    expect(pairs.some((pair) => pair.includes('-1') || pair.includes('null'))).toBe(false)
  }),
)
