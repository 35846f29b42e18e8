import { createReadStream, existsSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCsv } from '../../server/csv/open-csv.ts'
import {
  formatGridReference,
  parseGridReference,
  toLongitudeLatitude,
  toNationalGrid,
} from '../../server/locations/national-grid.ts'
import { withDb } from '../support/app.ts'

const NAPTAN = '../shared/data/derby/naptan_109Stops.csv'

test.skipIf(!existsSync(NAPTAN))('every stop of NaPTAN comes within 3 m of its own easting and northing', async () => {
  const { header, records } = await openCsv(createReadStream(NAPTAN))
  const at = (name: string) => header.indexOf(name)
  let stops = 0
  for await (const { cells } of records) {
    const [easting, northing, longitude, latitude] = ['Easting', 'Northing', 'Longitude', 'Latitude'].map((name) =>
      Number(cells[at(name)]),
    )
    const point = toNationalGrid(longitude!, latitude!)
    expect(Math.hypot(point.easting - easting!, point.northing - northing!)).toBeLessThan(3)
    stops++
  }
  expect(stops).toBe(1553)
})

test(
  'the conversion equals that of PostGIS to a centimetre, both ways',
  withDb(async (db) => {
    const points = [
      [-1.4769, 52.9194],
      [-5.2, 49.96],
      [1.31, 51.13],
      [-1.15, 60.15],
      [-6.3, 58.2],
      [-4.63, 53.31],
    ]
    for (const [longitude, latitude] of points as [number, number][]) {
      const { rows } = await db.query<{ e: number; n: number }>(
        'select st_x(p) as e, st_y(p) as n from st_transform(st_setsrid(st_makepoint($1, $2), 4326), 27700) as p',
        [longitude, latitude],
      )
      const point = toNationalGrid(longitude, latitude)
      expect(Math.hypot(point.easting - rows[0]!.e, point.northing - rows[0]!.n)).toBeLessThan(0.01)
      const back = toLongitudeLatitude(point.easting, point.northing)
      expect(back.longitude).toBeCloseTo(longitude, 7)
      expect(back.latitude).toBeCloseTo(latitude, 7)
    }
  }),
)

test.each([
  ['SK 354 363', 435_450, 336_350, 100],
  ['sk354363', 435_450, 336_350, 100],
  ['SK3536', 435_500, 336_500, 1000],
  ['SK 3542 3637', 435_425, 336_375, 10],
  ['SK 35421 36379', 435_421.5, 336_379.5, 1],
  ['SV 90 10', 90_500, 10_500, 1000],
  ['HU 47 41', 447_500, 1_141_500, 1000],
  ['TR 31 41', 631_500, 141_500, 1000],
])('%s is the middle of its square', (text, easting, northing, squareMetres) => {
  expect(parseGridReference(text)).toEqual({ easting, northing, squareMetres })
})

test.each([
  'SK',
  'SK 3',
  'SK 354 36',
  'SK 35 4363',
  'S 354 363',
  'SI 354 363',
  'SK 354 363 1',
  '354363',
  'SK 3542135 3637912',
  '',
])('“%s” is no grid reference', (text) => {
  expect(parseGridReference(text)).toBeNull()
})

test('a grid reference names the square that its point lies in, at every precision', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 699_999, noNaN: true }),
      fc.double({ min: 0, max: 1_299_999, noNaN: true }),
      fc.constantFrom(4, 6, 8, 10),
      (easting, northing, figures) => {
        const square = parseGridReference(formatGridReference(easting, northing, figures))!
        expect(square.squareMetres).toBe(10 ** (5 - figures / 2))
        expect(Math.abs(square.easting - easting)).toBeLessThanOrEqual(square.squareMetres / 2)
        expect(Math.abs(square.northing - northing)).toBeLessThanOrEqual(square.squareMetres / 2)
      },
    ),
  )
})

test('a grid reference of odd figures, or of a point off the lettered grid, is a RangeError', () => {
  expect(() => formatGridReference(435_000, 336_000, 7)).toThrow(RangeError)
  expect(() => formatGridReference(-2_000_000, 336_000)).toThrow(RangeError)
})
