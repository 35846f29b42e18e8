import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { generateDemo } from '../../data/demo/generate.ts'
import type { Role } from '../../server/access/roles.ts'
import { createApp } from '../../server/app.ts'
import { overPool, type Db } from '../../server/db.ts'
import { importAreas, importPlaces, importPostcodes } from '../../server/gazetteer/load.ts'
import { importFile } from '../../server/imports/import-file.ts'
import { apiAt, cleanTables, testPool, testSecrets, testService, type TestApi } from '../support/app.ts'
import { signInAs } from '../support/sign-in.ts'

export interface DemoApp {
  db: Db
  /** Somebody of a role; police neighbourhood people of every area there is. */
  as(role: Role): Promise<TestApi>
  /** The demo's invented children and reports. Gives the case system's numbers in its files. */
  loadReports(): Promise<string[]>
  stop(): Promise<void>
}

const derby = (name: string) => readFileSync(new URL(`../../data/derby/${name}`, import.meta.url))

const caseNumbersIn = (csv: string): string[] =>
  (parse(csv, { columns: true, bom: true }) as Record<string, string>[]).flatMap(
    ({ child_source_id = '', episode_source_id = '' }) => [child_source_id, episode_source_id],
  )

/** The whole app over the demo's Derby, without a child or a report yet. */
export const startDemoApp = async (): Promise<DemoApp> => {
  const db = overPool(testPool())
  await importAreas(db, JSON.parse(derby('areas.geojson').toString()))
  await importPlaces(db, JSON.parse(derby('places.geojson').toString()))
  await importPostcodes(db, Readable.from(derby('postcodes.csv')))

  const server = createApp(testService(db)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const allAreas = (await db.query<{ id: string }>('select id from area')).rows.map(({ id }) => id)

  return {
    db,
    as: async (role) => {
      const { token } = await signInAs(db, role, role.startsWith('snt') ? { areaIds: allAreas } : {})
      return apiAt(origin, { token })
    },
    async loadReports() {
      const { episodesCsv, reportsCsv } = generateDemo()
      const load = (kind: 'episodes' | 'reports', csv: string) =>
        importFile({ db, secrets: testSecrets }, kind, Readable.from(Buffer.from(csv)))
      await load('episodes', episodesCsv)
      await load('reports', reportsCsv)
      return [...new Set([episodesCsv, reportsCsv].flatMap(caseNumbersIn))].filter((number) => number !== '')
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await cleanTables(db)
    },
  }
}
