import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { generateDemo } from '../../data/demo/generate.ts'
import { overPool } from '../../server/db.ts'
import { apart } from '../../server/demo/late-reports.ts'
import { planYear } from '../../server/demo/play-year.ts'
import { openStage, type Stage } from '../../server/demo/stage.ts'
import { importAreas, importPlaces, importPostcodes } from '../../server/gazetteer/load.ts'
import { importFile } from '../../server/imports/import-file.ts'
import { servePages } from '../../server/pages.ts'
import { makeDemoPeople } from '../../server/people/first-people.ts'
import { testPool, testSecrets } from '../support/app.ts'
import { LAPTOP, openPageOf } from '../support/browser.ts'

const derby = (name: string) => readFileSync(new URL(`../../data/derby/${name}`, import.meta.url))

export const db = overPool(testPool())

export const load = (kind: 'episodes' | 'reports', csv: string) =>
  importFile({ db, secrets: testSecrets }, kind, Readable.from(Buffer.from(csv)))

/** The demo in the tests' database with its group's year up to a day, and pages to look at it; its clock is the test's to set. */
export const playedUntil = async (day: string): Promise<Stage> => {
  await importAreas(db, JSON.parse(derby('areas.geojson').toString()))
  await importPlaces(db, JSON.parse(derby('places.geojson').toString()))
  await importPostcodes(db, Readable.from(derby('postcodes.csv')))
  const { episodesCsv, reportsCsv } = generateDemo()
  const { inTime, late } = apart(reportsCsv)
  await load('episodes', episodesCsv)
  await load('reports', inTime)
  await makeDemoPeople(db)
  const stage = await openStage(db, testSecrets, servePages())
  await planYear(stage, { loadLateReports: async () => void (await load('reports', late)) }).play(day)
  return stage
}

interface Sitting {
  size?: { width: number; height: number }
  allow?: RegExp
}

/** Somebody of the demo at a page: what they do there, without an error in the console or a request to elsewhere. */
export const sitDown = async (
  stage: Stage,
  username: string,
  path: string,
  work: (page: Page) => Promise<void>,
  { size = LAPTOP, allow }: Sitting = {},
) => {
  const { cookie } = await stage.as(username)
  const { page, complaints, close } = await openPageOf(stage.origin, cookie, size)
  try {
    await page.goto(stage.origin + path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await work(page)
    expect(complaints.filter((complaint) => !allow?.test(complaint))).toEqual([])
  } finally {
    await close()
  }
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** A file of reports found at Derbion in May 2023. */
export const lateReports = (count: number): string => {
  const rows = Array.from(
    { length: count },
    (_, i) => `LATE-${i},found,2023-05-${String(1 + (i % 28)).padStart(2, '0')}T20:00:00+01:00,N,Derbion`,
  )
  return `report_ref,basis,observed_from,is_private_address,place_name\n${rows.join('\n')}\n`
}
