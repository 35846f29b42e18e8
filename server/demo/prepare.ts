import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { generateDemo } from '../../data/demo/generate.ts'
import { readFolderLock } from '../database/folder-lock.ts'
import type { Db } from '../db.ts'
import { importAreas, importPlaces, importPostcodes } from '../gazetteer/load.ts'
import { importFile } from '../imports/import-file.ts'
import { readMigrations } from '../migrate.ts'
import { makeDemoPeople } from '../people/first-people.ts'
import type { Secrets } from '../secrets.ts'
import { apart } from './late-reports.ts'
import { playYear } from './play-year.ts'

/** The demo's clock stands here for everything about children and places; sign-ins and logs keep real time. */
export const DEMO_TODAY = '2023-07-11'

const DERBY = new URL('../../data/derby/', import.meta.url)
const GENERATOR = new URL('../../data/demo/', import.meta.url)
/** What the group does with it. */
const PLAYED = new URL('./', import.meta.url)

/**
 * Makes ready a demo whose data are of this version: an older or half-made one is thrown away and made anew (it is all invented).
 * Call it before the database is opened; `seed` fills the database where it is new.
 */
export const prepareDemo = (varFolder: string) => {
  const mark = `${varFolder}/seeded`
  const dataFolder = `${varFolder}/data`
  const wanted = versionOfData()
  const isSeeded = existsSync(mark) && readFileSync(mark, 'utf8') === wanted
  // A folder that another process has open is left alone: opening it says so.
  if (!isSeeded && !(existsSync(dataFolder) && readFolderLock(dataFolder))) {
    rmSync(mark, { force: true })
    rmSync(dataFolder, { recursive: true, force: true })
    // It is of the log that goes with the data.
    rmSync(`${varFolder}/audit-heads`, { force: true })
  }

  return {
    async seed(db: Db, secrets: Secrets, say: (sentence: string) => void) {
      if (isSeeded) return
      say('Loading Derby: areas, places, postcodes')
      await importAreas(db, readJson('areas.geojson'))
      await importPlaces(db, readJson('places.geojson'))
      await importPostcodes(db, Readable.from(readFileSync(new URL('postcodes.csv', DERBY))))

      say('Making up the children, episodes and reports')
      const { episodesCsv, reportsCsv } = generateDemo()
      const { inTime, late } = apart(reportsCsv)
      const load = (kind: 'episodes' | 'reports', csv: string, filename: string) =>
        importFile({ db, secrets }, kind, Readable.from(Buffer.from(csv)), { filename })
      say('Importing the episodes')
      await load('episodes', episodesCsv, 'demo-episodes.csv')
      say('Importing the reports')
      await load('reports', inTime, 'demo-reports.csv')
      await makeDemoPeople(db)
      say('Playing the group’s year: months, meetings, plans, patrols')
      await playYear(db, secrets, async () => void (await load('reports', late, 'demo-reports-late.csv')))
      writeFileSync(mark, wanted, { mode: 0o600 })
    },
  }
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, DERBY), 'utf8'))

/** Changes with the generator, the geography or the schema. */
const versionOfData = () => {
  const hash = createHash('sha256')
  for (const folder of [GENERATOR, DERBY, PLAYED])
    for (const name of readdirSync(folder).sort()) hash.update(readFileSync(new URL(name, folder)))
  for (const { checksum } of readMigrations()) hash.update(checksum)
  return hash.digest('hex')
}
