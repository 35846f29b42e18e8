import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importAreas, importNaptan, importPlaces, importPostcodes } from '../../server/gazetteer/load.ts'
import { withApp, withDb } from '../support/app.ts'

const FOLDER = '../shared/data/derby'
const withDerby = test.skipIf(!existsSync(FOLDER))

withDerby(
  'the NaPTAN stops of Derby give the bus station and three railway stations, and twice changes nothing',
  withApp(async ({ api, db }) => {
    const load = () => importNaptan(db, createReadStream(`${FOLDER}/naptan_109Stops.csv`))
    expect(await load()).toEqual({ read: 4, added: 4, changed: 0, unchanged: 0, refused: 0, issues: [] })
    expect(await load()).toEqual({ read: 4, added: 0, changed: 0, unchanged: 4, refused: 0, issues: [] })

    const { places } = (await api.get('/api/places')).body
    expect(places.map(({ name, category }: Record<string, unknown>) => [name, category])).toEqual([
      ['Derby Bus Station', 'bus_station'],
      ['Derby Rail Station', 'rail_station'],
      ['Peartree Rail Station', 'rail_station'],
      ['Spondon Rail Station', 'rail_station'],
    ])
    expect(places[1].alternativeNames).toEqual(['Derby railway station', 'Derby train station'])
    const { rows } = await db.query(
      `select source_ref,
         (select count(*) from (values (435588, 336161), (435691, 336235), (435640, 336198)) as bay (x, y)
          where st_covers(place.geom, st_setsrid(st_makepoint(x, y), 27700))) as bays,
         st_area(geom) > 5000 and st_area(geom) < 15000 as "rightSize"
       from place where name = 'Derby Bus Station'`,
    )
    expect(rows).toEqual([{ source_ref: 'naptan:1090BSTN', bays: 3, rightSize: true }])
  }),
)

withDerby(
  'the postcodes of Derby load, and are found by their beginning',
  withApp(async ({ api, db }) => {
    const load = () => importPostcodes(db, createReadStream(`${FOLDER}/codepoint_open_derby_postcodes.csv`))
    const first = await load()
    expect([first.read, first.added, first.refused]).toEqual([5445, 5445, 0])
    expect((await load()).unchanged).toBe(5445)

    const { matches } = (await api.get('/api/gazetteer/search?q=de1+2pl')).body
    expect(matches[0]).toMatchObject({ kind: 'postcode', name: 'DE1 2PL', similarity: 1 })
    expect(matches[0].longitude).toBeCloseTo(-1.473998, 4)
    expect(matches[0].latitude).toBeCloseTo(52.919416, 4)
  }),
)

withDerby(
  'Derby’s outline and 17 wards load with what the files call things',
  withDb(async (db) => {
    const outline = readFileSync(`${FOLDER}/derby_city_outline_from_wards.geojson`, 'utf8')
    const wards = readFileSync(`${FOLDER}/ons_wards_pre2023_E06000015.geojson`, 'utf8')
    expect(await importAreas(db, outline, { kind: 'partnership' })).toMatchObject({ added: 1, refused: 0 })
    expect(await importAreas(db, wards, { kind: 'ward', source: 'ONS' })).toMatchObject({ added: 17, refused: 0 })
    expect(await importAreas(db, wards, { kind: 'ward', source: 'ONS' })).toMatchObject({ unchanged: 17, refused: 0 })

    const { rows } = await db.query(
      `select a.name from area a where kind = 'ward' and st_covers(a.geom, st_setsrid(st_makepoint(435640, 336198), 27700))`,
    )
    expect(rows).toEqual([{ name: 'Arboretum' }])
  }),
)

test(
  'the demo’s own areas, places and postcodes load without a refusal, and twice changes nothing',
  withDb(async (db) => {
    const read = (name: string) => readFileSync(`data/derby/${name}`, 'utf8')
    const load = async () => [
      await importAreas(db, read('areas.geojson')),
      await importPlaces(db, read('places.geojson')),
      await importPostcodes(db, createReadStream('data/derby/postcodes.csv')),
    ]
    for (const { read: items, added, issues } of await load()) expect([added, issues]).toEqual([items, []])
    for (const { read: items, unchanged } of await load()) expect(unchanged).toBe(items)
  }),
)
