import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { importAreas } from '../../server/gazetteer/import-areas.ts'
import { importPlaces } from '../../server/gazetteer/import-places.ts'
import { importPostcodes } from '../../server/gazetteer/import-postcodes.ts'
import { withApp, withDb } from '../support/app.ts'
import { makeReports } from '../support/make.ts'
import { square } from '../support/shapes.ts'

const feature = (properties: object, geometry: object = square(435_000, 336_000), more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry,
  ...more,
})
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features })
const park = (more: object = {}) => ({ name: 'Markeaton Park', category: 'park', ...more })
const counts = ({ read, added, changed, unchanged, refused }: Record<string, unknown>) => [
  read,
  added,
  changed,
  unchanged,
  refused,
]

test(
  'the same file of places twice changes nothing, a changed one only what has changed',
  withDb(async (db) => {
    const file = collection(
      feature(park({ alternativeNames: ['Markeaton'], seedGroup: 'D', positionAccuracyMetres: 150 })),
      feature({ name: 'Kiosk', category: 'takeaway_or_cafe' }, square(436_000.37, 336_000.21)),
    )
    expect(counts(await importPlaces(db, file))).toEqual([2, 2, 0, 0, 0])
    expect(counts(await importPlaces(db, JSON.stringify(file)))).toEqual([2, 0, 0, 2, 0])

    const changed = collection(feature(park({ alternativeNames: ['Markeaton'], seedGroup: 'C' })), file.features[1]!)
    expect(counts(await importPlaces(db, changed))).toEqual([2, 0, 1, 1, 0])
    const { rows } = await db.query('select seed_group, position_accuracy_m, version from place order by name desc')
    expect(rows[0]).toEqual({ seed_group: 'C', position_accuracy_m: null, version: 2 })
  }),
)

test(
  'what a person has made of a place stands against the file, and the file’s item says so',
  withApp(async ({ api, db }) => {
    const file = (category: string) => collection(feature({ name: 'Kiosk', category }))
    await importPlaces(db, file('park'))
    const [place] = (await api.get('/api/places')).body.places
    await api.patch(`/api/places/${place.id}`, { version: 1, name: 'The Old Kiosk' })

    const again = await importPlaces(db, file('hotel'))

    expect(counts(again)).toEqual([1, 0, 0, 0, 1])
    expect(again.issues[0]).toMatchObject({ item: 1, name: 'Kiosk', message: expect.stringMatching('by hand') })
    expect((await api.get(`/api/places/${place.id}`)).body).toMatchObject({ name: 'The Old Kiosk', category: 'park' })
  }),
)

test(
  'each place that cannot be taken is refused with a sentence, and the others are taken',
  withDb(async (db) => {
    const outcome = await importPlaces(
      db,
      collection(
        feature(park()),
        feature({ name: 'No category' }),
        feature({ name: 'A point', category: 'park' }, { type: 'Point', coordinates: [-1.47, 52.92] }),
        feature({ name: 'the markeaton park', category: 'park' }, square(438_000, 336_000)),
        feature(park({ sourceRef: 'other' })),
        { type: 'Feature', properties: null, geometry: null },
        'no feature at all' as unknown as object,
        feature({ name: 'Zero\u0000', category: 'park' }, square(439_000, 336_000)),
        feature({ name: 'High up', category: 'park' }, raised(square(440_000, 336_000))),
      ),
    )

    expect(counts(outcome)).toEqual([9, 2, 0, 0, 7])
    expect(outcome.issues.map(({ item, message }) => [item, message])).toEqual([
      [2, expect.stringMatching(/^category: /)],
      [3, expect.stringMatching('needs a Polygon')],
      [4, expect.stringMatching('stands in the file already')],
      [5, expect.stringMatching('already a name of Markeaton Park')],
      [6, expect.stringMatching('needs a Polygon')],
      [7, expect.stringMatching('needs a Polygon')],
      [8, expect.stringMatching('zero byte')],
    ])
  }),
)

function nested(depth: number) {
  return '['.repeat(depth) + ']'.repeat(depth)
}

const raised = ({ type, coordinates }: { type: string; coordinates: number[][][] }) => ({
  type,
  coordinates: coordinates.map((ring) => ring.map((position) => [...position, 60])),
})

test.each([
  ['is not JSON', '{"type": "Feature'],
  ['is no FeatureCollection', { type: 'Feature', properties: {}, geometry: null }],
  ['names another coordinate system', { ...collection(), crs: { properties: { name: 'EPSG:27700' } } }],
  ['nests its coordinate system without end', `{"type":"FeatureCollection","features":[],"crs":${nested(20_000)}}`],
  ['is empty', ''],
])('a file that %s is refused whole', (_what, file) =>
  withDb(async (db) => {
    await expect(importPlaces(db, file)).rejects.toMatchObject({ status: 422, slug: 'geojson-unreadable' })
  })(),
)

test(
  'a file that says it is CRS84, as older files do, is taken',
  withApp(async ({ api }) => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }
    const body = JSON.stringify({ ...collection(feature(park())), crs })
    const { status, body: answer } = await api.post('/api/gazetteer/imports/places', body, {
      'content-type': 'application/geo+json',
    })

    expect([status, counts(answer)]).toEqual([201, [1, 1, 0, 0, 0]])
    expect((await api.post('/api/gazetteer/imports/places', collection())).status).toBe(415)
  }),
)

test(
  'areas come by kind and code, with the names of the Office for National Statistics too, and twice changes nothing',
  withApp(async ({ api, db }) => {
    const file = JSON.stringify(
      collection(
        feature({ WD13CD: 'E05001767', WD13CDO: '00FKMX', WD13NM: 'Abbey', WD13NMW: null }),
        feature({ kind: 'police_neighbourhood', code: 'SNT1', name: 'East', invented: true, source: 'made up' }),
        feature({ code: 'X1' }),
        feature({ code: 'X2', name: 'Crossing' }, bowTie),
      ),
    )
    const load = async () =>
      (await api.post('/api/gazetteer/imports/areas?kind=ward', file, { 'content-type': 'application/geo+json' })).body

    const first = await load()
    expect(counts(first)).toEqual([4, 2, 0, 0, 2])
    expect(first.issues.map(({ message }: { message: string }) => message)).toEqual([
      'name: give the area a name',
      expect.stringMatching('crosses or touches itself'),
    ])
    expect(counts(await load())).toEqual([4, 0, 0, 2, 2])
    expect((await api.get('/api/areas')).body.areas).toEqual([
      {
        id: expect.any(String),
        kind: 'police_neighbourhood',
        code: 'SNT1',
        name: 'East',
        isInvented: true,
        source: 'made up',
      },
      {
        id: expect.any(String),
        kind: 'ward',
        code: 'E05001767',
        name: 'Abbey',
        isInvented: false,
        source: 'loaded from a file',
      },
    ])
    const { body } = await api.get('/api/areas?kind=ward&geometry=true')
    expect(body.areas.map((area: { geometry: unknown }) => area.geometry)).toEqual([square(435_000, 336_000)])
    expect(counts(await importAreas(db, collection(feature({ code: 'X3', name: 'No kind' }))))).toEqual([1, 0, 0, 0, 1])
  }),
)

const bowTie = {
  type: 'Polygon',
  coordinates: [
    [
      [-1.47, 52.92],
      [-1.46, 52.93],
      [-1.46, 52.92],
      [-1.47, 52.93],
      [-1.47, 52.92],
    ],
  ],
}

test(
  'when the partnership’s area changes, which reports lie in it is set again',
  withDb(async (db) => {
    const [id] = await makeReports(db, { position: { easting: 435_000, northing: 336_000 }, isInArea: null })
    const isInArea = async () =>
      (await db.query<{ in: boolean | null }>('select is_in_area as in from location_report where id = $1', [id]))
        .rows[0]!.in
    const load = (easting: number) =>
      importAreas(
        db,
        collection(feature({ kind: 'partnership', code: 'D', name: 'Derby' }, square(easting, 336_000, 9000))),
      )

    await load(435_000)
    expect(await isInArea()).toBe(true)
    await load(455_000)
    expect(await isInArea()).toBe(false)
  }),
)

test(
  'postcodes come by column name, in either coordinate system, and twice changes nothing',
  withApp(async ({ api, db }) => {
    const csv = [
      'Post Code;LONGITUDE;latitude;Easting;Northing',
      'DE1 2PL;;;435362;335904',
      'de12rx;-1.471348;52.92204;;',
      'DE1 2PL;;;435362;335904',
      'Derby;;;435362;335904',
      'DE1 2QY;;;0;0',
      'DE1 2QZ;-6.26;53.34e9;;',
    ].join('\r\n')
    const load = async (text: string) =>
      (await api.post('/api/gazetteer/imports/postcodes', text, { 'content-type': 'text/csv; charset=utf-8' })).body

    const first = await load(`\ufeff${csv}`)
    expect(counts(first)).toEqual([6, 2, 0, 0, 4])
    expect(first.issues.map(({ item, name }: Record<string, unknown>) => [item, name])).toEqual([
      [4, 'DE1 2PL'],
      [5, 'Derby'],
      [6, 'DE1 2QY'],
      [7, 'DE1 2QZ'],
    ])
    expect(counts(await load(csv))).toEqual([6, 0, 0, 2, 4])
    expect(counts(await load(csv.replaceAll('435362', '435363')))).toEqual([6, 0, 1, 1, 4])
    const { rows } = await db.query('select postcode, round(st_x(geom)) as x from postcode order by 1')
    expect(rows).toEqual([
      { postcode: 'DE12PL', x: 435_363 },
      { postcode: 'DE12RX', x: 435_640 },
    ])
  }),
)

const bytes = (text: string) => Readable.from([Buffer.from(text)])

test.each([
  ['without the column', 'code,easting,northing\n', 'column-missing', /postcode/],
  ['that is empty', '', 'file-empty', /empty/],
  [
    'with a quotation mark that never closes',
    'postcode,easting,northing\nDE1 2PL,1,2\n"DE1',
    'quote-not-closed',
    /rows before it/,
  ],
])('a postcode file %s is a problem', (_what, csv, slug, message) =>
  withDb(async (db) => {
    const sentence = expect.stringMatching(message) as string
    await expect(importPostcodes(db, bytes(csv))).rejects.toMatchObject({ status: 422, slug, message: sentence })
  })(),
)

test(
  'a stream that breaks off is a problem, not a short file',
  withDb(async (db) => {
    async function* broken() {
      yield Buffer.from('postcode,easting,northing\n')
      throw new Error('the line went dead')
    }
    await expect(importPostcodes(db, broken())).rejects.toMatchObject({ status: 400, slug: 'file-broken-off' })
  }),
)

test(
  'an area without a code, or with one that is no text, is refused with what to do',
  withDb(async (db) => {
    const file = collection(feature({ name: 'Abbey' }), feature({ name: 'Arboretum', code: { of: 'ward' } }))

    const { refused, issues } = await importAreas(db, file, { kind: 'ward' })

    expect(refused).toBe(2)
    expect(issues.map(({ message }) => message)).toEqual([
      'code: give the area its code',
      'code: give the area its code',
    ])
  }),
)
