import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { generateDemo } from '../../data/demo/generate.ts'
import type { Db } from '../../server/db.ts'
import { importAreas, importPlaces, importPostcodes } from '../../server/gazetteer/load.ts'
import { importFile } from '../../server/imports/import-file.ts'
import { testSecrets } from './app.ts'

const derby = (name: string) => readFileSync(new URL(`../../data/derby/${name}`, import.meta.url))

/** Loads the demo's Derby and its invented year through the ordinary imports. */
export const loadDemo = async (db: Db) => {
  await importAreas(db, JSON.parse(derby('areas.geojson').toString()))
  await importPlaces(db, JSON.parse(derby('places.geojson').toString()))
  await importPostcodes(db, Readable.from(derby('postcodes.csv')))

  const { episodesCsv, reportsCsv } = generateDemo()
  const episodes = await importFile({ db, secrets: testSecrets }, 'episodes', Readable.from(Buffer.from(episodesCsv)))
  const reports = await importFile({ db, secrets: testSecrets }, 'reports', Readable.from(Buffer.from(reportsCsv)))
  return { episodes, reports }
}
