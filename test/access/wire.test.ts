import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { toNationalGrid } from '../../server/locations/national-grid.ts'
import type { Db } from '../../server/db.ts'
import type { TestApi } from '../support/app.ts'
import { makeReports } from '../support/make.ts'
import { caseDataOf, leaksIn, pairsIn, type CaseData } from './case-data.ts'
import { startDemoApp, type DemoApp } from './demo-app.ts'
import { EXPECTED, LETTERS } from './expected.ts'
import { freeze } from '../packs/months.ts'
import { HOSTILE } from './hostile.ts'
import { placeWork } from './place-work.ts'

const PARTNERS = [
  'snt_planner',
  'snt_officer',
  'csp_analyst',
  'youth_provider',
  'committee_reader',
  'ig_auditor',
  'sysadmin',
] as const satisfies Role[]

/** Public geography, and what says nothing of cases: the same to the byte with reports or without. */
const UNTOUCHED = [
  '/api/setup',
  '/api/map/sketch.geojson',
  '/api/places?retired=true&limit=500',
  '/api/areas?geometry=true',
  '/api/gazetteer/search?q=park',
  '/api/gazetteer/search?q=derby',
  '/api/gazetteer/search?q=DE1',
  '/api/openapi.json',
  '/api/docs',
]

let app: DemoApp
let coordinator: TestApi
const people = new Map<Role, TestApi>()
let publicAnswers: string[]
let publicPairs: Set<string>
let caseData: CaseData
let ids: Record<
  'plans' | 'referrals' | 'patrols' | 'packs' | 'months' | 'quarters' | 'places' | 'reports' | 'others',
  string[]
>

const makeRun = async (kind: string, month: string): Promise<string> => {
  const { status, body } = await coordinator.post('/api/runs', { kind, month })
  expect(status).toBe(201)
  return body.run.id
}

const idsOf = async (sql: string) => (await app.db.query<{ id: string }>(sql)).rows.map(({ id }) => id)

const readPublic = async () => {
  const answers: string[] = []
  for (const path of UNTOUCHED) for (const role of PARTNERS) answers.push((await people.get(role)!.get(path)).text)
  for (const id of await idsOf('select id from place order by id'))
    for (const path of [`/api/places/${id}`, `/api/places/${id}/history`])
      answers.push((await people.get('csp_analyst')!.get(path)).text)
  return answers
}

beforeAll(async () => {
  app = await startDemoApp()
  coordinator = await app.as('coordinator')
  for (const role of PARTNERS) people.set(role, await app.as(role))
  publicAnswers = await readPublic()
  publicPairs = new Set(publicAnswers.flatMap((text) => [...pairsIn(text)]))

  const caseNumbers = await app.loadReports()
  await makeBorderline(app.db)
  caseData = await caseDataOf(app.db, caseNumbers)
  const work = placeWork(app, coordinator, people)
  ids = {
    months: [await makeRun('month', '2023-05'), await makeRun('month', '2023-06')],
    quarters: [await makeRun('quarter', '2023-03'), await makeRun('quarter', '2023-06')],
    // Before the packs are frozen, which tell of them.
    patrols: await work.patrols(),
    referrals: await work.referrals(),
    plans: await work.plans(),
    packs: [(await freeze(app.db, '2023-05')).meetingId, (await freeze(app.db, '2023-06')).meetingId],
    places: await idsOf('select id from place'),
    // What the co-ordinator sees: a report of handling code C stays with its agency. First those with a point of their own.
    reports: await idsOf(
      `select id from location_report where narrative is not null and handling is distinct from 'C'
       order by geom is null or place_method = 'gazetteer', id limit 20`,
    ),
    others: await idsOf(
      `(select id from child order by id limit 3) union all (select id from missing_episode order by id limit 3)
       union all (select id from import_batch) union all (select id from area order by id limit 3)
       union all (select id from person) union all (select hotspot_id from run_hotspot order by hotspot_id limit 5)`,
    ),
  }
  // So that the log has something to tell.
  await coordinator.post('/api/session/reasons', { subject: `report ${ids.reports[0]}`, code: 'audit' })
  for (const path of ['/api/hotspots', `/api/reports/${ids.reports[0]}`, '/api/runs', '/api/queue/unplaced'])
    expect((await coordinator.get(path)).status).toBe(200)
})
afterAll(() => app.stop())

test('the demo has what could leak, and a leak would be found', async () => {
  const { text, body } = await coordinator.get(`/api/reports/${ids.reports[0]}`)
  const { longitude, latitude, narrative, childReference, reportRef } = body
  const leaks = leaksIn(text, caseData)
  for (const found of [ids.reports[0], narrative, childReference, reportRef].filter((value) => value !== null))
    expect(leaks).toContain(found)
  expect(leaks).toContain(`${longitude.toFixed(6)} ${latitude.toFixed(6)}`)

  expect(leaksIn((await coordinator.get('/api/hotspots')).text, caseData)).toEqual(
    expect.arrayContaining(['"children":', '"topChildShare"', '"fewChildren"']),
  )
  const { body: shared } = await people.get('snt_planner')!.get('/api/shared/hotspots')
  expect(new Set(shared.hotspots.map(({ method }: { method: string }) => method))).toEqual(
    new Set(['place', 'cluster']),
  )
  const { body: lists } = await people.get('csp_analyst')!.get('/api/lists')
  expect(lists.lists.some(({ rows }: { rows: number }) => rows > 0)).toBe(true)
  expect(caseData.words.length).toBeGreaterThan(1000)
})

describe('no answer to a role without G0 or G1 holds anything exact', () => {
  test.each(PARTNERS)(
    '%s',
    async (role) => {
      const person = people.get(role)!
      const letter = LETTERS.find(([, name]) => name === role)![0]
      const everyId = Object.values(ids).flat()
      const found: string[] = []
      for (const [route, letters] of Object.entries(EXPECTED)) {
        const template = route.slice('GET '.length)
        if (!route.startsWith('GET') || UNTOUCHED.includes(template)) continue
        const isAllowed = letters === 'open' || letters.includes(letter)
        const tried = /:(?!name)\w+/.test(template) ? (isAllowed ? everyId : everyId.slice(0, 2)) : ['minPoints']
        for (const id of tried) {
          const { text } = await person.get(template.replace(/:\w+/, id) + (queryOf[template] ?? ''))
          const leaks = leaksIn(text, caseData, publicPairs)
            // The log says what was looked at, by the id that was asked for.
            .filter((leak) => !(template === '/api/audit' && everyId.includes(leak)))
          found.push(...leaks.map((leak) => `${route} ${id}: ${leak}`))
        }
      }

      expect(found).toEqual([])
    },
    120_000,
  )
})

const queryOf: Record<string, string> = {
  '/api/hotspots/profile': '?rank=1',
  '/api/gazetteer/search': '?q=derby',
  '/api/audit': '?limit=500',
  '/api/places': '?limit=500&retired=true',
  '/api/areas': '?geometry=true',
}

test('what the gazetteer tells is the same to the byte with the reports as it was without them', async () => {
  expect(await readPublic()).toEqual(publicAnswers)
})

test('a partner who tries every parameter gets a refusal, or to the byte what they get without', async () => {
  const filled = (text: string) =>
    text
      .replaceAll('QUARTER', ids.quarters[0]!)
      .replaceAll('MONTH', ids.months[0]!)
      .replaceAll('PLACE', ids.places[0]!)
      .replaceAll(/AREA|CHILD/g, ids.others[0]!)
  const paths: [Role, string][] = [
    ['snt_planner', '/api/shared/hotspots'],
    ['youth_provider', '/api/shared/hotspots'],
    ['snt_officer', `/api/shared/places/${ids.places[0]}`],
    ['snt_officer', `/api/shared/history/${(await sharedHotspots())[0]}`],
    ['csp_analyst', '/api/lists'],
    ['csp_analyst', `/api/lists/${ids.quarters[1]}.csv`],
    ['csp_analyst', `/api/lists/${ids.quarters[1]}.geojson`],
  ]
  const learnt: string[] = []
  for (const [role, path] of paths) {
    const person = people.get(role)!
    const plain = await person.get(path)
    expect(plain.status).toBe(200)
    for (const parameters of HOSTILE) {
      const { status, text } = await person.get(`${path}?${filled(parameters)}`)
      const isRefused = status === 400 || (status === 404 && parameters.startsWith('run='))
      if (!isRefused && text !== plain.text)
        learnt.push(`${role}, ${path}?${parameters}: ${status} ${text.slice(0, 200)}`)
    }
  }

  expect(learnt).toEqual([])
})

test('a list is of a quarter and a shared run of a month: the one’s id opens nothing of the other', async () => {
  const [planner, analyst] = [people.get('snt_planner')!, people.get('csp_analyst')!]
  for (const id of ids.quarters) expect((await planner.get(`/api/shared/hotspots?run=${id}`)).status).toBe(404)
  for (const id of ids.months)
    for (const ending of ['csv', 'geojson']) expect((await analyst.get(`/api/lists/${id}.${ending}`)).status).toBe(404)
})

test('every shape that is no named place’s stands on the corners or centres of the 200 m grid', async () => {
  const { body } = await people.get('snt_planner')!.get('/api/shared/hotspots')
  const shapes = body.hotspots.filter(({ method }: { method: string }) => method === 'cluster')
  expect(shapes.length).toBeGreaterThan(0)
  for (const { geometry } of shapes)
    for (const [longitude, latitude] of (geometry.coordinates as unknown[]).flat(3).reduce<number[][]>(inTwos, [])) {
      const { easting, northing } = toNationalGrid(longitude!, latitude!)
      for (const metres of [easting, northing])
        expect(Math.abs(metres - Math.round(metres / 100) * 100)).toBeLessThan(1)
    }
})

const inTwos = (pairs: number[][], number: unknown): number[][] =>
  pairs.at(-1)?.length === 1
    ? [...pairs.slice(0, -1), [...pairs.at(-1)!, Number(number)]]
    : [...pairs, [Number(number)]]

/** Three children each in two squares that share a side, too few in one alone: whether they are one cluster must not hang on where they stand. */
const makeBorderline = async (db: Db) => {
  for (const [i, easting] of [438_900, 438_900, 438_900, 439_100, 439_100, 439_100].entries())
    await makeReports(db, { child: `YP-900${i}`, position: { easting, northing: 331_100 }, at: '2023-05-20T20:00:00Z' })
}

/** Where in its square a report goes, metres: in every other square to the far side, to the near side, or anywhere. */
const MOVES: [name: string, eastwards: string, northwards: string][] = [
  ['apart', '0.01 + 199.98 * (floor(st_x(geom) / 200)::int % 2)', '0.01 + 199.98 * (floor(st_y(geom) / 200)::int % 2)'],
  [
    'together',
    '199.99 - 199.98 * (floor(st_x(geom) / 200)::int % 2)',
    '199.99 - 199.98 * (floor(st_y(geom) / 200)::int % 2)',
  ],
  ['at random', '0.01 + 199.98 * random()', '0.01 + 199.98 * random()'],
]

const sharedHotspots = () => idsOf('select distinct hotspot_id as id from run_shared order by hotspot_id')

/** All that partners are given of the runs, but for the ids and times of the runs themselves. */
const readShared = async () => {
  const [planner, analyst] = [people.get('snt_planner')!, people.get('csp_analyst')!]
  const answers: string[] = []
  for (const month of ids.months) answers.push((await planner.get(`/api/shared/hotspots?run=${month}`)).text)
  for (const path of [...ids.packs.map((id) => `packs/${id}`), ...ids.places.map((id) => `shared/places/${id}`)])
    answers.push((await planner.get(`/api/${path}`)).text)
  for (const id of await sharedHotspots()) answers.push((await planner.get(`/api/shared/history/${id}`)).text)
  answers.push((await analyst.get('/api/lists')).text)
  for (const quarter of ids.quarters)
    for (const ending of ['csv', 'geojson']) answers.push((await analyst.get(`/api/lists/${quarter}.${ending}`)).text)

  return answers.map((text) =>
    [...ids.months, ...ids.quarters]
      .reduce((rest, id, i) => rest.replaceAll(id, `run ${i}`).replaceAll(id.slice(0, 8), `run ${i}`), text)
      .replaceAll(/"(madeAt|hash)":"[^"]+"/g, ''),
  )
}

test('moving every report inside its own 200 m square changes no byte of what partners see', async () => {
  const before = await readShared()
  for (const [name, eastwards, northwards] of MOVES) {
    const exact = (await coordinator.get('/api/hotspots')).text
    await app.db.query(
      `update location_report set geom = st_setsrid(st_makepoint(
         floor(st_x(geom) / 200) * 200 + ${eastwards}, floor(st_y(geom) / 200) * 200 + ${northwards}), 27700)
       where geom is not null`,
    )
    await app.db.query('truncate pack, run cascade')
    ids.months = [await makeRun('month', '2023-05'), await makeRun('month', '2023-06')]
    for (const [i, meetingId] of ids.packs.entries()) await freeze(app.db, ['2023-05', '2023-06'][i]!, { meetingId })
    ids.quarters = [await makeRun('quarter', '2023-03'), await makeRun('quarter', '2023-06')]

    expect(await readShared(), name).toEqual(before)
    expect((await coordinator.get('/api/hotspots')).text, name).not.toBe(exact)
  }
}, 120_000)
