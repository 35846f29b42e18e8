import { expect, test } from 'vitest'
import { MATRIX } from '../../server/access/matrix.ts'
import { ROLES, type Role } from '../../server/access/roles.ts'
import { withApp, type Answer, type TestApi } from '../support/app.ts'
import { makePlace, makeReports } from '../support/make.ts'
import { freezeCalled } from '../meetings/meeting.ts'
import { COUNCIL, POLICE } from '../support/sign-in.ts'
import { EXPECTED, LETTERS, ROLE_SCOPES } from './expected.ts'
import { SHIFT, taskedPatrol } from '../patrols/make-patrol.ts'
import { workedOutPlan } from '../plans/make-plan.ts'
import { scheduled } from '../referrals/make-referral.ts'
import { requestOf, type Known, SAFE_PLACE } from './requests.ts'
import { makeTwoAreas } from './two-areas.ts'

const LEAVES = 'DELETE /api/session'

const send = (api: TestApi, route: string, known: Known): Promise<Answer> => {
  const { method, path, body, headers } = requestOf(route, known)
  if (method === 'GET') return api.get(path)
  if (method === 'DELETE') return api.delete(path)
  if (method === 'PATCH') return api.patch(path, body)
  if (method === 'PUT') return api.put(path, body)
  return api.post(path, body, headers)
}

const storeRun = async (api: TestApi, kind: string, month: string): Promise<string> => {
  const { status, body } = await api.post('/api/runs', { kind, month })
  expect(status).toBe(201)
  return body.run.id
}

/** What is let through and has nothing to give here: no such import, no tiles, no provider to sign in with. */
const NOTHING_THERE = [
  'GET /api/imports/:id',
  'GET /api/imports/:id/problems.csv',
  'GET /api/map/basemap.pmtiles',
  'GET /api/sign-in/oidc',
  'GET /api/sign-in/oidc/callback',
  // The tests' app has no browser.
  'GET /api/print/pack/:id.pdf',
  'GET /api/print/minutes/:id.pdf',
  'GET /api/print/actions/log.pdf',
  'GET /api/print/briefing/:id.pdf',
]

/** What is let through, but only to rows of their own, which these have none of. */
const OF_THEIR_OWN = ['GET /api/hotspots/profile', 'GET /api/reports/:id']
const WITH_ROWS_OF_THEIR_OWN: string[] = ['practitioner', 'police_missing', 'qa_auditor']

/** What those who see patrol tasks in sums have no part in. */
const OF_THE_TASKED = ['', '.gpx', '.ics'].map((ending) => `GET /api/patrols/:id/briefing${ending}`)
const WITH_SUMS_ONLY: string[] = ['csp_analyst', 'cre_team', 'qa_auditor']

/** An action of the council is not the police’s. */
const OF_THE_POLICE: string[] = ['police_missing', 'snt_planner', 'snt_officer']

/** Every GET that is let through gives what it is asked for: a grant that the database forgot would show. */
const mustGive = (route: string, who: string) =>
  !(OF_THE_TASKED.includes(route) && WITH_SUMS_ONLY.includes(who)) &&
  route.startsWith('GET') &&
  !NOTHING_THERE.includes(route) &&
  !(route === 'GET /api/actions/:id' && OF_THE_POLICE.includes(who)) &&
  !(OF_THEIR_OWN.includes(route) && WITH_ROWS_OF_THEIR_OWN.includes(who))

const outcomeOf = (route: string, who: string, { status, body }: Answer) => {
  if (status >= 500 && !String(body?.type).endsWith(':no-browser-here')) return `fails with ${status}: ${body?.detail}`
  if (status === 401 || status === 403) return `${status} ${String(body?.type).replace('urn:place-risk:problem:', '')}`
  if (status !== 200 && mustGive(route, who)) return `gives ${status}`
  return 'let through'
}

test(
  'every role at every route: let through or refused as it is written down, and nobody else gets in',
  { timeout: 120_000 },
  withApp(async ({ api, as, anonymous, db }) => {
    const { westArea, west } = await makeTwoAreas(db)
    const known: Known = {
      patrolId: '',
      planId: '',
      shiftId: '',
      referralId: '',
      placeId: west.placeId,
      reportId: west.reportIds[0]!,
      monthId: await storeRun(api, 'month', '2023-06'),
      quarterId: await storeRun(api, 'quarter', '2023-06'),
      packId: (await freezeCalled(api, as)).id,
      actionId: '',
      safePlaceId: (await api.post('/api/safe-places', SAFE_PLACE)).body.id,
    }
    const planner = await as('snt_planner', { areaIds: [westArea] })
    known.patrolId = (await taskedPatrol(api, planner, west.placeId)).id
    known.shiftId = (await planner.post('/api/shifts', { ...SHIFT, order: [known.patrolId] })).body.id
    const group = { coordinator: api, chair: await as('group_chair'), police: await as('police_missing') }
    known.planId = (await workedOutPlan(group, west.placeId))[0]!
    const provider = await as('youth_provider')
    const { providers } = (await api.get(`/api/referrals/proposal?hotspot=${west.placeId}`)).body
    known.referralId = (await scheduled(api, provider, west.placeId, { providerAgency: providers[0] })).id
    const { colleagues } = (await api.get('/api/colleagues')).body
    const ownerId = colleagues.find(({ role }: { role: string }) => role === 'coordinator').id
    const action = { title: 'Count the lamps.', ownerId, dueOn: '2023-08-01' }
    known.actionId = (await api.post('/api/actions', action)).body.id
    const people = new Map<Role, TestApi>()
    const start = Number((await db.query<{ seq: number }>('select max(seq) as seq from audit_line')).rows[0]!.seq)
    for (const role of ROLES) people.set(role, await as(role, role.startsWith('snt') ? { areaIds: [westArea] } : {}))

    const wrong: string[] = []
    const check = (route: string, who: string, found: string, expected: string) => {
      if (found !== expected) wrong.push(`${who} at ${route}: ${found}, expected: ${expected}`)
    }
    for (const [route, letters] of Object.entries(EXPECTED)) {
      const isOpen = letters === 'open'
      check(
        route,
        'nobody',
        outcomeOf(route, 'nobody', await send(anonymous, route, known)),
        isOpen ? 'let through' : '401 sign-in-needed',
      )
      for (const [letter, role] of LETTERS) {
        // Whoever signs out is somebody else of the role.
        const who = route === LEAVES ? await as(role) : people.get(role)!
        const isAllowed = isOpen || letters.includes(letter)
        check(
          route,
          role,
          outcomeOf(route, role, await send(who, route, known)),
          isAllowed ? 'let through' : '403 not-granted',
        )
      }
    }
    expect(wrong).toEqual([])

    const refusals = Object.values(EXPECTED).reduce((sum, letters) => sum + letters.split('.').length - 1, 0)
    const { rows } = await db.query<{ count: number }>(
      `select count(*)::int as count from audit_line where seq > $1 and action = 'refusal'`,
      [start],
    )
    expect(rows[0]!.count).toBe(refusals)
  }),
)

test('the table of expectations has each of the fourteen roles once, in its own column', () => {
  expect(LETTERS.map(([, role]) => role)).toEqual(ROLES)
  for (const [route, letters] of Object.entries(EXPECTED)) {
    if (letters === 'open') continue
    expect(letters, route).toHaveLength(ROLES.length)
    for (const [i, [letter]] of LETTERS.entries()) expect([letter, '.'], `${route}, ${letter}`).toContain(letters[i])
  }
})

test(
  'police neighbourhood people see what touches their own areas, and nothing of another',
  withApp(async ({ api, as, db }) => {
    const { westArea, eastArea, west, east, border } = await makeTwoAreas(db)
    const earlier = await storeRun(api, 'month', '2023-05')
    await storeRun(api, 'month', '2023-06')
    const namesFor = async (role: Role, areaIds: string[]) => {
      const person = await as(role, { areaIds })
      const names: string[][] = []
      for (const path of ['/api/shared/hotspots', `/api/shared/hotspots?run=${earlier}`]) {
        const { status, body } = await person.get(path)
        expect(status).toBe(200)
        names.push(body.hotspots.map(({ name }: { name: string }) => name).toSorted())
      }
      expect(names[1]).toEqual(names[0])
      return names[0]
    }
    for (const role of ['snt_planner', 'snt_officer'] as const) {
      expect(await namesFor(role, [westArea])).toEqual(['Border Park', 'West Park'])
      expect(await namesFor(role, [eastArea])).toEqual(['Border Park', 'East Park'])
      expect(await namesFor(role, [westArea, eastArea])).toEqual(['Border Park', 'East Park', 'West Park'])
      expect(await namesFor(role, [])).toEqual([])
    }

    const planner = await as('snt_planner', { areaIds: [westArea] })
    const bandsOf = async (id: string) =>
      (await planner.get(`/api/shared/places/${id}`)).body.months.map(
        ({ childrenBand, reportsBand }: Record<string, string | null>) => [childrenBand, reportsBand],
      )
    const seen = ['5-9', '10-14']
    expect(await bandsOf(west.placeId)).toEqual([seen, seen])
    expect(await bandsOf(border.placeId)).toEqual([seen, seen])
    expect(await bandsOf(east.placeId)).toEqual([
      [null, null],
      [null, null],
    ])
  }),
)

test(
  'a place in another area reads as one of which nobody ever reported anything',
  withApp(async ({ api, as, db }) => {
    const { westArea, east } = await makeTwoAreas(db)
    await storeRun(api, 'month', '2023-06')
    const planner = await as('snt_planner', { areaIds: [westArea] })
    const before = await planner.get(`/api/shared/places/${east.placeId}`)

    await db.query('delete from run_shared where place_id = $1', [east.placeId])

    expect((await planner.get(`/api/shared/places/${east.placeId}`)).text).toBe(before.text)
  }),
)

test(
  'a youth provider, to whom nothing was referred, sees no place of a run',
  withApp(async ({ api, as, db }) => {
    const { west } = await makeTwoAreas(db)
    const run = await storeRun(api, 'month', '2023-06')
    const provider = await as('youth_provider')

    for (const path of ['/api/shared/hotspots', `/api/shared/hotspots?run=${run}`])
      expect((await provider.get(path)).body.hotspots).toEqual([])
    expect((await provider.get(`/api/shared/places/${west.placeId}`)).body.months).toEqual([
      { month: '2023-06', childrenBand: null, reportsBand: null },
    ])
  }),
)

test(
  'a report that is not theirs is not there for practitioners, the police of another force and the quality auditor',
  withApp(async ({ as, db }) => {
    const { west, east } = await makeTwoAreas(db)
    const [own, foreign] = [west.reportIds[0]!, east.reportIds[0]!]
    const childOf = `select child_id from location_report where id = $1`
    const agencyOf = (id: string, agency: string) =>
      db.query('update location_report set controller_agency = $2 where id = $1', [id, agency])
    await agencyOf(own, ` ${POLICE.toUpperCase()}`)
    await agencyOf(foreign, COUNCIL)
    await db.query(
      `insert into child_share (child_id, role) select child_id, 'qa_auditor' from (${childOf}) as child`,
      [own],
    )
    const practitioner = await as('practitioner', { username: 'own.worker' })
    await db.query(
      `insert into child_share (child_id, person_id) select child_id, (select id from person where username = 'own.worker') from (${childOf}) as child`,
      [own],
    )

    for (const person of [practitioner, await as('police_missing'), await as('qa_auditor')]) {
      expect((await person.get(`/api/reports/${own}`)).status).toBe(200)
      expect((await person.get(`/api/reports/${foreign}`)).status).toBe(404)
    }
  }),
)

test(
  'who may see no private addresses is shown no area of them, whatever its reports say of themselves',
  withApp(async ({ as, db }) => {
    const placeId = await makePlace(db, { name: 'Flats of Elm Row', category: 'private_address_area' })
    for (const child of ['YP-0001', 'YP-0002', 'YP-0003'])
      await makeReports(db, { child, count: 3, placeId, position: { easting: 435_050, northing: 336_050 } })

    for (const role of ['group_member', 'qa_auditor'] as const) {
      const person = await as(role)
      for (const path of ['/api/hotspots', '/api/places', `/api/places/${placeId}`, '/api/gazetteer/search?q=elm'])
        expect((await person.get(path)).text, `${role} at ${path}`).not.toContain('Elm Row')
    }
  }),
)

test(
  'the row policies of the database go by the scopes of the matrix, and both are as written down',
  withApp(async ({ db }) => {
    const { rows } = await db.query<{ role: Role; scopes: (string | null)[] }>(
      'select role, array[child, report, private_report] as scopes from role_scope',
    )

    expect(Object.fromEntries(rows.map(({ role, scopes }) => [role, scopes]))).toEqual(ROLE_SCOPES)

    const readOf = (data: 'child' | 'exactReport' | 'privateReport', role: Role) =>
      (MATRIX[data] as Partial<Record<Role, { read?: string }>>)[role]?.read ?? null
    const ofMatrix = ROLES.map((role): [Role, (string | null)[]] => [
      role,
      (['child', 'exactReport', 'privateReport'] as const).map((data) => readOf(data, role)),
    ]).filter(([, scopes]) => scopes.some((scope) => scope !== null))
    expect(Object.fromEntries(ofMatrix)).toEqual(ROLE_SCOPES)
  }),
)
