import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { makeArea, makePlace } from '../support/make.ts'
import { counts, importInto, namedReportOf, NONE, only, reportOf } from './files.ts'

const PLACED = `select place_method, accuracy_m, named_place_id, place_id, is_in_area,
  round(st_x(geom)) as easting, round(st_y(geom)) as northing from location_report`

test(
  'a grid reference stands in the middle of its square, and is no surer than half of it',
  withApp(async ({ api, db }) => {
    await importInto(api).reports([namedReportOf({ grid_ref: 'SK 354 363' })])
    expect(await only(db, PLACED)).toMatchObject({
      place_method: 'grid_reference',
      accuracy_m: 50,
      easting: 435_450,
      northing: 336_350,
    })
  }),
)

test(
  'easting and northing are taken as they are',
  withApp(async ({ api, db }) => {
    await importInto(api).reports([namedReportOf({ easting: '435271', northing: '335904' })])
    expect(await only(db, PLACED)).toMatchObject({
      place_method: 'coordinates',
      accuracy_m: null,
      easting: 435_271,
      northing: 335_904,
    })
  }),
)

test(
  'a name that the gazetteer knows places a report, however it is written',
  withApp(async ({ api, db }) => {
    const place = await makePlace(db, { name: 'market place', easting: 435_000, northing: 336_000 })
    const answer = await importInto(api).reports([namedReportOf({ place_name: 'The Market-Place' })])
    expect(counts(answer)).toEqual({ ...NONE, accepted: 1 })
    expect(await only(db, PLACED)).toMatchObject({
      place_method: 'gazetteer',
      named_place_id: place,
      place_id: place,
      easting: 435_050,
      northing: 336_050,
    })
  }),
)

test(
  'a name that two places bear, or only a retired one, leaves the report unplaced; so does a private address of that name',
  withApp(async ({ api, db }) => {
    await makePlace(db, { name: 'green lane', easting: 435_000 })
    await makePlace(db, { name: 'green lane', easting: 437_000 })
    await makePlace(db, { name: 'closed', retired: true })
    await makePlace(db, { name: 'alone', easting: 433_000 })
    const answer = await importInto(api).reports([
      namedReportOf({ report_ref: 'R1', place_name: 'Green Lane' }),
      namedReportOf({ report_ref: 'R2', place_name: 'Closed' }),
      namedReportOf({ report_ref: 'R3', place_name: 'Alone', is_private_address: 'Y' }),
    ])
    expect(counts(answer)).toEqual({ ...NONE, unplaced: 3 })
  }),
)

test(
  'a postcode that the gazetteer knows places a report at its centre, to 100 m',
  withApp(async ({ api, db }) => {
    await db.query(`insert into postcode values ('DE12PL', st_setsrid(st_makepoint(435200, 336100), 27700))`)
    const answer = await importInto(api).reports([
      namedReportOf({ postcode: 'de1 2pl', is_private_address: 'Y' }),
      namedReportOf({ report_ref: 'R2', postcode: 'DE1 9ZZ' }),
    ])
    expect(counts(answer)).toEqual({ ...NONE, accepted: 1, unplaced: 1 })
    expect((await db.query(`${PLACED} where geom is not null`)).rows).toMatchObject([
      { place_method: 'postcode', accuracy_m: 100, easting: 435_200, northing: 336_100, place_id: null },
    ])
  }),
)

test(
  'a named place and coordinates agree up to 500 m from its outline, not from its middle',
  withApp(async ({ api, db }) => {
    await makePlace(db, { name: 'long park', easting: 434_000, northing: 336_000, sideMetres: 3_000 })
    const row = (report_ref: string, easting: string) =>
      namedReportOf({ report_ref, easting, northing: '337000', place_name: 'Long Park' })
    const answer = await importInto(api).reports([row('R1', '437499'), row('R2', '437501')])
    expect(counts(answer)).toEqual({ ...NONE, accepted: 1, rejected: 1 })
    expect(answer.issues).toMatchObject([{ row: 3, code: 'places-disagree' }])
  }),
)

test(
  'two points disagree beyond 500 m, and a grid reference only beyond its own square',
  withApp(async ({ api }) => {
    const row = (report_ref: string, grid_ref: string) =>
      namedReportOf({ report_ref, easting: '435999', northing: '336999', grid_ref })
    // SK 35 36 is the square that holds the point; SK 360 369 begins 1 m east of it; SK 366 369 600 m east.
    const answer = await importInto(api).reports([
      row('R1', 'SK 35 36'),
      row('R2', 'SK 360 369'),
      row('R3', 'SK 366 369'),
    ])
    expect(answer.issues).toMatchObject([{ row: 4, code: 'places-disagree' }])
  }),
)

test(
  'in Great Britain but outside the partnership’s area is taken, and counted as out of area',
  withApp(async ({ api, db }) => {
    await makeArea(db, { kind: 'partnership' })
    const answer = await importInto(api).reports([
      reportOf(),
      reportOf({ report_ref: 'R2', longitude: '-1.15', latitude: '52.95' }),
    ])
    expect(counts(answer)).toEqual({ ...NONE, accepted: 2 })
    const { rows } = await db.query('select is_in_area from location_report order by report_ref')
    expect(rows).toEqual([{ is_in_area: true }, { is_in_area: false }])
  }),
)

test(
  'of nested places the smallest holds a report; near one place alone its own accuracy decides; a private address has none',
  withApp(async ({ api, db }) => {
    await makePlace(db, { name: 'city', easting: 434_000, northing: 335_000, sideMetres: 2_000 })
    const square = await makePlace(db, { name: 'square', easting: 435_000, northing: 336_000, sideMetres: 100 })
    const apart = await makePlace(db, { name: 'apart', easting: 440_000, northing: 336_000, sideMetres: 100 })
    const at = (report_ref: string, easting: number, more = {}) =>
      namedReportOf({ report_ref, easting: `${easting}`, northing: '336050', place_name: '', ...more })
    await importInto(api).reports([
      at('R1', 435_050),
      at('R2', 440_120, { accuracy_m: '25' }),
      at('R3', 440_120, { accuracy_m: '10' }),
      at('R4', 440_120),
      at('R5', 435_050, { is_private_address: 'Y' }),
    ])
    const { rows } = await db.query<{ place_id: string }>('select place_id from location_report order by report_ref')
    expect(rows.map(({ place_id }) => place_id)).toEqual([square, apart, null, null, null])
  }),
)
