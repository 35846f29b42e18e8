import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { overPool } from '../../server/db.ts'
import { importAreas } from '../../server/gazetteer/import-areas.ts'
import { importPostcodes } from '../../server/gazetteer/import-postcodes.ts'
import { testPool } from '../support/app.ts'
import { square } from '../support/shapes.ts'

const db = overPool(testPool())

// These commit, so that several connections see them.
afterEach(async () => {
  for (const table of ['area', 'postcode']) await db.query(`delete from ${table}`)
})

test('people who load the same areas at once, in whatever order, all get them loaded', async () => {
  const codes = Array.from({ length: 60 }, (_, i) => `W${i}`)
  const file = (order: string[]) => ({
    type: 'FeatureCollection',
    features: order.map((code) => ({
      type: 'Feature',
      properties: { kind: 'ward', code, name: `Ward ${code} of ${order[0]}` },
      geometry: square(435_000, 336_000),
    })),
  })

  const loads = [codes, codes.toReversed(), codes, codes.toReversed()].map((order) => importAreas(db, file(order)))

  for (const { added, changed, unchanged } of await Promise.all(loads)) expect(added + changed + unchanged).toBe(60)
})

test('people who load the same postcodes at once, in whatever order, all get them loaded', async () => {
  const rows = (metres: number) =>
    Array.from(
      { length: 2_000 },
      (_, i) => `DE${1 + (i % 9)} ${((i / 9) % 10) | 0}${letters(i)},${435_000 + metres},336000`,
    )
  const load = (lines: string[]) =>
    importPostcodes(db, Readable.from(Buffer.from(`postcode,easting,northing\n${lines.join('\n')}`)))

  const loads = [rows(1), rows(2).toReversed(), rows(3), rows(4).toReversed()].map(load)

  for (const { read, refused } of await Promise.all(loads)) expect([read, refused]).toEqual([2_000, 0])
})

const letters = (i: number) =>
  [Math.floor(i / 90), Math.floor(i / 2_340)].map((n) => String.fromCharCode(65 + (n % 26))).join('')
