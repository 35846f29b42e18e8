import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { Setup } from '../../server/map/schema.ts'
import { readBasemap } from '../../server/map/basemap.ts'
import type { Service } from '../../server/service.ts'
import { apiAt, cookieOf, withApp } from '../support/app.ts'

test(
  'a page is told the day, the last 12 complete months, the method and the sketch',
  withApp(async ({ api }) => {
    const { status, body } = await api.get('/api/setup')

    expect(status).toBe(200)
    expect(Setup.parse(body)).toMatchObject({
      today: '2023-07-11',
      period: { from: '2022-07-01', to: '2023-07-01' },
      syntheticNotice: null,
      basemap: { kind: 'sketch', url: '/api/map/sketch.geojson', warning: 'Sketch, not for finding the way' },
      method: { epsMetres: 150, minPoints: 5, minChildren: 3 },
    })
  }),
)

test(
  'without any area or place the map shows the sketch as a whole',
  withApp(async ({ api }) => {
    const { body } = await api.get('/api/setup')

    const [west, south, east, north] = body.bounds
    expect(west).toBeCloseTo(-1.56, 1)
    expect(south).toBeCloseTo(52.86, 1)
    expect(east).toBeCloseTo(-1.38, 1)
    expect(north).toBeCloseTo(52.97, 1)
  }),
)

test(
  'the map shows the partnership’s area, not the wards beyond it',
  withApp(async ({ api, db }) => {
    const square = (west: number, size: number) =>
      `st_multi(st_makeenvelope(${west}, 330000, ${west + size}, ${330000 + size}, 27700))`
    await db.query(
      `insert into area (kind, code, name, source, geom) values
        ('partnership', 'P', 'Partnership', 'test', ${square(430000, 10000)}),
        ('ward', 'W', 'Ward', 'test', ${square(450000, 10000)})`,
    )

    const { body } = await api.get('/api/setup')

    expect(body.bounds[0]).toBeCloseTo(-1.555, 2)
    expect(body.bounds[2]).toBeCloseTo(-1.405, 2)
  }),
)

test(
  'the sketch is served as GeoJSON and holds only the kinds that are drawn',
  withApp(async ({ api }) => {
    const { headers, body } = await api.get('/api/map/sketch.geojson')

    expect(headers.get('content-type')).toMatch('application/geo+json')
    const kinds = new Set(body.features.map((feature: { properties: { kind: string } }) => feature.properties.kind))
    expect(kinds).toEqual(
      new Set(['outline', 'place_label', 'river', 'road', 'road_label', 'station', 'ward', 'ward_label']),
    )
  }),
)

test(
  'a PMTiles file is served by range requests',
  withApp(async ({ api, service }) => {
    const origin = await appWithTiles(service, 'PMTiles and the rest')

    const part = await fetch(`${origin}/api/map/basemap.pmtiles`, {
      headers: { range: 'bytes=0-6', cookie: cookieOf(api) },
    })
    const beyond = await fetch(`${origin}/api/map/basemap.pmtiles`, {
      headers: { range: 'bytes=500-600', cookie: cookieOf(api) },
    })

    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe('bytes 0-6/20')
    expect(part.headers.get('content-encoding')).toBe(null)
    expect(await part.text()).toBe('PMTiles')
    expect(beyond.status).toBe(416)
    expect(
      (await apiAt(origin, { token: api.cookies.get('place-risk-session')! }).get('/api/setup')).body.basemap,
    ).toEqual({
      kind: 'pmtiles',
      url: '/api/map/basemap.pmtiles',
    })
  }),
)

test(
  'there are no tiles where the basemap is the sketch',
  withApp(async ({ api }) => {
    expect((await api.get('/api/map/basemap.pmtiles')).status).toBe(404)
  }),
)

test('a basemap file that is not there stops the start and names the setting', () => {
  expect(() => readBasemap('nowhere/derby.pmtiles')).toThrow(/PLACE_RISK_BASEMAP is nowhere\/derby\.pmtiles/)
})

test('a style of another host is given as it is', () => {
  expect(readBasemap('https://maps.example/style.json').shown).toEqual({
    kind: 'style',
    url: 'https://maps.example/style.json',
  })
})

const appWithTiles = async (service: Service, content: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'place-risk-tiles-'))
  const file = join(folder, 'derby.pmtiles')
  writeFileSync(file, content)
  const app = createApp({ ...service, config: { ...service.config, basemap: file } })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
