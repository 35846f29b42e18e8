import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../support/app.ts'
import { caseDataOf, leaksIn, pairsIn, type CaseData } from '../access/case-data.ts'
import { startDemoApp, type DemoApp } from '../access/demo-app.ts'
import { plannedPatrol, takeStep } from '../patrols/make-patrol.ts'

let app: DemoApp
let planner: TestApi
let caseData: CaseData
let publicPairs: Set<string>
/** A task at a named place, and one at a cluster that lies at no named place. */
let tasks: { id: string; ref: string; hotspotName: string }[]

beforeAll(async () => {
  app = await startDemoApp()
  const coordinator = await app.as('coordinator')
  planner = await app.as('snt_planner')
  const geography = await planner.get('/api/places?limit=500')
  publicPairs = pairsIn(geography.text)
  caseData = await caseDataOf(app.db, await app.loadReports())
  expect((await coordinator.post('/api/runs', { kind: 'month', month: '2023-06' })).status).toBe(201)
  const { body } = await planner.get('/api/shared/hotspots')
  tasks = []
  for (const method of ['place', 'cluster']) {
    const hotspot = body.hotspots.find((one: { method: string }) => one.method === method)
    tasks.push(await takeStep(planner, await plannedPatrol(coordinator, planner, hotspot.id), 'task'))
  }
}, 120_000)
afterAll(() => app.stop())

test('the first words of a briefing are that children found there are victims, then what to check; it claims nothing of patrols', async () => {
  const { status, body } = await planner.get(`/api/patrols/${tasks[0]!.id}/briefing`)

  expect(status).toBe(200)
  expect(body.marking).toBe('OFFICIAL-SENSITIVE')
  expect(body.childFirst[0]).toMatch(/^Children found here are to be treated as victims/)
  expect(body.childFirst[1]).toMatch(/reported missing.*section 46/)
  expect(body.evidence).toMatch(/about violence\. Nothing found shows that patrols reduce/)
  expect(body).toMatchObject({ isRunning: true, dwellMinutes: 15, hotspotName: tasks[0]!.hotspotName })
  expect(body.areaNames.length).toBeGreaterThan(0)
})

test('no briefing, map file or calendar holds anything exact of a child or a report', async () => {
  for (const { id } of tasks)
    for (const ending of ['', '.gpx', '.ics']) {
      const { status, text } = await planner.get(`/api/patrols/${id}/briefing${ending}`)
      expect(status).toBe(200)
      expect(leaksIn(text, caseData, publicPairs), ending).toEqual([])
      expect(text).not.toMatch(/childrenBand|reportsBand|trend|isOfFewChildren/)
    }
})

test('the files are named by number alone, and each is logged as a disclosure', async () => {
  const [{ id, ref }] = tasks as [(typeof tasks)[0]]
  const gpx = await planner.get(`/api/patrols/${id}/briefing.gpx`)
  const ics = await planner.get(`/api/patrols/${id}/briefing.ics`)

  expect(gpx.headers.get('content-type')).toMatch(/^application\/gpx\+xml/)
  expect(gpx.headers.get('content-disposition')).toBe(`attachment; filename="OS_${ref}.gpx"`)
  expect(ics.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const { rows } = await app.db.query<{ action: string; format: string }>(
    `select action, details::jsonb ->> 'format' as format from audit_line where object_type = 'patrol briefing' and object_id = $1 order by seq desc limit 2`,
    [id],
  )
  expect(rows).toEqual([
    { action: 'disclosure', format: 'ics' },
    { action: 'disclosure', format: 'gpx' },
  ])
})

test('the calendar has every window of the task’s 28 days, in the words that come first', async () => {
  const { text } = await planner.get(`/api/patrols/${tasks[0]!.id}/briefing.ics`)
  const unfolded = text.replaceAll('\r\n ', '')

  // Monday to Friday of four weeks.
  expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(20)
  expect(unfolded).toContain('DTSTART:20230711T170000Z')
  expect(unfolded).toContain('DTEND:20230711T210000Z')
  expect(unfolded.match(/DESCRIPTION:OFFICIAL-SENSITIVE\. Children found here/g)).toHaveLength(20)
})

const run = promisify(execFile)
const hasOgrinfo = await run('ogrinfo', ['--version']).then(
  () => true,
  () => false,
)

test.skipIf(!hasOgrinfo)('GDAL opens the map file: the point and the outline of the place', async () => {
  const folder = await mkdtemp(`${tmpdir()}/place-risk-gpx-`)
  try {
    for (const [i, { id, hotspotName }] of tasks.entries()) {
      const { text } = await planner.get(`/api/patrols/${id}/briefing.gpx`)
      await writeFile(`${folder}/${i}.gpx`, text)
      const { stdout } = await run('ogrinfo', ['-al', '-so', `${folder}/${i}.gpx`])
      expect(stdout).toMatch(/Layer name: waypoints[\s\S]*?Feature Count: 1/)
      const { body } = await planner.get(`/api/patrols/${id}/briefing`)
      if (body.geometry.type !== 'Point') expect(stdout).toMatch(/Layer name: tracks[\s\S]*?Feature Count: 1/)
      const { stdout: features } = await run('ogrinfo', ['-al', `${folder}/${i}.gpx`])
      expect(features).toContain(hotspotName)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
