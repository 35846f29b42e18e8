import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { Role } from '../../server/access/roles.ts'
import { beforeAll, expect, test } from 'vitest'
import {
  countColours,
  expectNoAxeViolations,
  expectNoSidewaysScrolling,
  keepScreenshot,
  LAPTOP,
  PHONE,
  sharedDemo,
  withPage,
} from '../support/browser.ts'
import { givenOutPatrol } from './documents-to-print.ts'
import { frozenMeeting } from './frozen-meeting.ts'
import { closedMeeting, openMeeting, withReasonForPartB } from './open-meeting.ts'
import { referralInDelivery } from './referral-in-delivery.ts'
import { demoApi } from './steps.ts'

beforeAll(sharedDemo)

interface OpenedPage {
  name: string
  /** Its address, which may need an id that the demo gave. */
  path: (idOf: (list: string, member: string) => Promise<string>) => Promise<string>
  heading: RegExp
  hasMap?: 'laptop' | 'both'
  /** Who opens it: the co-ordinator, where nobody else is named; null: nobody that is signed in. */
  as?: Role | null
}

const PAGES: OpenedPage[] = [
  { name: 'map', path: async () => '/', heading: /places/i, hasMap: 'laptop' },
  { name: 'map-alone', path: async () => '/?view=map', heading: /places/i, hasMap: 'both' },
  { name: 'table', path: async () => '/?view=table', heading: /places/i },
  { name: 'map-nothing', path: async () => '/?from=1999-01-01&to=1999-02-01', heading: /./ },
  { name: 'map-refused', path: async () => '/?from=2023-07-01&to=2023-01-01', heading: /./ },
  { name: 'data', path: async () => '/data', heading: /data|import/i },
  { name: 'import', path: async () => `/data/imports/${await demoImportId()}`, heading: /demo-/ },
  { name: 'queue', path: async () => '/data/queue', heading: /place/i, hasMap: 'both' },
  { name: 'duplicates', path: async () => '/data/duplicates', heading: /duplicate/i },
  { name: 'report', path: async () => '/data/report', heading: /report/i },
  { name: 'places', path: async () => '/places', heading: /places/i, hasMap: 'laptop' },
  { name: 'place', path: async (idOf) => `/places/${await idOf('places', 'places')}`, heading: /./, hasMap: 'both' },
  { name: 'place-new', path: async () => '/places/new', heading: /place/i, hasMap: 'both' },
  { name: 'reviews', path: async () => '/reviews', heading: /under review/, hasMap: 'laptop' },
  { name: 'review', path: async () => `/reviews/${await reviewId()}`, heading: /./, hasMap: 'both' },
  { name: 'plans', path: async () => '/plans', heading: /^Plans$/ },
  { name: 'plan', path: async () => `/plans/${await planId()}`, heading: /./ },
  { name: 'safe-places', path: async () => '/safe-places', heading: /safe places/i },
  { name: 'safe-place-new', path: async () => '/safe-places/new', heading: /safe place/i, hasMap: 'both' },
  { name: 'shared', path: async () => '/', heading: /places/i, hasMap: 'laptop', as: 'snt_planner' },
  { name: 'shared-panel', path: async () => '/?place=1', heading: /./, as: 'snt_planner' },
  { name: 'shared-for-chair', path: async () => '/shared', heading: /places/i, hasMap: 'laptop', as: 'group_chair' },
  { name: 'shared-nothing', path: async () => '/shared', heading: /./, as: 'youth_provider' },
  {
    name: 'shared-place',
    path: async () => `/shared/places/${await sharedPlaceId()}`,
    heading: /./,
    as: 'group_chair',
  },
  { name: 'month', path: async () => '/month', heading: /places/i, hasMap: 'laptop', as: 'group_chair' },
  { name: 'month-density', path: async () => '/month?view=map&layer=density', heading: /./, hasMap: 'both' },
  { name: 'month-cells', path: async () => '/month?view=map&layer=significant', heading: /./, hasMap: 'both' },
  { name: 'month-shown', path: async () => '/month?view=map&show=2022-09', heading: /./, hasMap: 'both' },
  { name: 'month-table', path: async () => '/month?view=table', heading: /./ },
  { name: 'month-panel', path: async () => '/month?place=1', heading: /./ },
  { name: 'backtest', path: async () => '/backtest', heading: /helped/, as: 'group_chair' },
  { name: 'backtest-too-short', path: async () => `/backtest?run=${await oldestMonthId()}`, heading: /helped/ },
  {
    name: 'pack',
    path: async () => `/packs/${await frozenMeeting('2023-06')}`,
    heading: /^Pack for/,
    hasMap: 'both',
    as: 'group_member',
  },
  { name: 'meetings', path: async () => '/meetings', heading: /^Monthly meetings$/ },
  { name: 'meeting', path: async () => `/meetings/${await openMeeting()}`, heading: /^Monthly meeting:/ },
  { name: 'meeting-of-areas', path: async () => `/meetings/${await openMeeting()}`, heading: /./, as: 'snt_planner' },
  { name: 'room', path: async () => `/meetings/${await openMeeting()}/room`, heading: /headline$/, hasMap: 'both' },
  { name: 'meeting-children', path: async () => `/meetings/${await partB()}/children`, heading: /^Part B: children/ },
  { name: 'minutes', path: async () => `/meetings/${await closedMeeting()}/minutes`, heading: /^Minutes for/ },
  { name: 'actions', path: async () => '/actions', heading: /^Actions$/ },
  { name: 'actions-log', path: async () => '/actions?print=all', heading: /^Actions: the whole log$/ },
  { name: 'actions-own', path: async () => '/actions', heading: /^Actions$/, as: 'youth_provider' },
  { name: 'patrols', path: async () => '/patrols', heading: /^Patrols/, as: 'snt_planner' },
  { name: 'patrols-in-sums', path: async () => '/patrols', heading: /^Patrols/, as: 'csp_analyst' },
  { name: 'patrol', path: async () => `/patrols/${await givenOutPatrol()}`, heading: /./, as: 'snt_planner' },
  {
    name: 'briefing',
    path: async () => `/patrols/${await givenOutPatrol()}/briefing`,
    heading: /./,
    hasMap: 'both',
    as: 'snt_officer',
  },
  { name: 'shift', path: async () => '/shift', heading: /^Plan a shift$/, as: 'snt_planner' },
  { name: 'visit', path: async () => '/visit', heading: /^Visits/, as: 'snt_officer' },
  { name: 'referrals', path: async () => '/referrals', heading: /^Referrals/ },
  { name: 'referral', path: async () => `/referrals/${await referralId()}`, heading: /./ },
  { name: 'inbox', path: async () => '/referrals', heading: /^Referrals/, as: 'youth_provider' },
  {
    name: 'session',
    path: async () => `/sessions/${await referralId()}`,
    heading: /^Record a session/,
    as: 'youth_provider',
  },
  { name: 'runs', path: async () => '/runs', heading: /runs/i },
  { name: 'run', path: async () => `/runs/${await runId()}`, heading: /./ },
  { name: 'protected', path: async () => '/protected', heading: /protected/i },
  { name: 'list', path: async () => '/list', heading: /list/i, as: 'csp_analyst' },
  { name: 'references', path: async () => '/references', heading: /reference/i },
  { name: 'shares', path: async () => '/shares', heading: /share/i },
  { name: 'retention', path: async () => '/retention', heading: /./ },
  { name: 'people', path: async () => '/people', heading: /people/i, as: 'sysadmin' },
  { name: 'settings', path: async () => '/settings', heading: /settings/i, as: 'group_chair' },
  { name: 'access-log', path: async () => '/access-log', heading: /log/i, as: 'ig_auditor' },
  { name: 'access-log-health', path: async () => '/access-log', heading: /log/i, as: 'sysadmin' },
  { name: 'me', path: async () => '/me', heading: /sign-in/i },
  { name: 'sign-in', path: async () => '/sign-in', heading: /sign in/i, as: null },
  { name: 'set-password', path: async () => '/set-password#token', heading: /password/i, as: null },
  { name: 'nothing-here', path: async () => '/', heading: /./, as: 'committee_reader' },
  { name: 'not-granted', path: async () => '/people', heading: /./ },
  { name: 'not-found', path: async () => '/places/none-of-these', heading: /not (found|known)/i },
]

const idOf = async (list: string, member: string): Promise<string> => {
  const { body } = await (await demoApi()).get(`/api/${list}?limit=1`)
  return body[member][0].id as string
}

/** Other tests load files too: this one is the demo's. */
const demoImportId = async (): Promise<string> => {
  const { body } = await (await demoApi()).get('/api/imports?limit=500')
  return body.imports.find(({ filename }: { filename: string }) => filename === 'demo-reports.csv').id
}

const sharedPlaceId = async (): Promise<string> => {
  const { body } = await (await demoApi()).get('/api/shared/hotspots')
  return body.hotspots.find(({ placeId }: { placeId: string | null }) => placeId).placeId
}

/** Its months reach back to before the demo's first report. */
const oldestMonthId = async (): Promise<string> =>
  (await (await demoApi()).get('/api/runs')).body.runs.findLast(({ kind }: { kind: string }) => kind === 'month').id

const reviewId = async (): Promise<string> => (await (await demoApi()).get('/api/reviews')).body.reviews[0].id

const referralId = async (): Promise<string> => (await referralInDelivery()).id

const planId = async (): Promise<string> => (await (await demoApi()).get('/api/plans')).body.plans[0].id

const partB = async (): Promise<string> => {
  await withReasonForPartB('coordinator')
  return openMeeting()
}

const runId = async (): Promise<string> => (await (await demoApi()).get('/api/runs')).body.runs[0].id

test('every page of the front end is opened here', async () => {
  const patterns = [...readFileSync('web/main.tsx', 'utf8').matchAll(/path: \/(.+?)\/,\s+title/g)].map(
    ([, source]) => new RegExp(source!),
  )
  const paths = (await Promise.all(PAGES.map(({ path }) => path(() => Promise.resolve('an-id'))))).map(
    (path) => path.split('#')[0]!,
  )

  expect(patterns.length).toBeGreaterThan(5)
  for (const pattern of patterns)
    expect(
      paths.some((path) => pattern.test(path.split('?')[0]!)),
      String(pattern),
    ).toBe(true)
})

for (const [sizeName, size] of Object.entries({ laptop: LAPTOP, phone: PHONE }))
  test.each(PAGES.map((page) => [page.name, page] as const))(
    `the page “%s” is whole on a ${sizeName}: marked, synthetic, nothing for axe to find, nothing beside the screen`,
    (name, { path, heading, hasMap, as = 'coordinator' }) =>
      withPage(
        size,
        async ({ page, address }) => {
          await page.goto(address + (await path(idOf)))
          await settle(page)

          expect(await page.getByText('OFFICIAL-SENSITIVE').isVisible()).toBe(true)
          expect(await page.getByText(/^Synthetic data/).isVisible()).toBe(true)
          const headings = page.getByRole('heading', { level: 1 })
          expect(await headings.count()).toBe(1)
          expect(await headings.first().textContent()).toMatch(heading)
          if (hasMap === 'both' || (hasMap && sizeName === 'laptop')) await expectDrawnMap(page)

          await keepScreenshot(page, `${name}-${sizeName}`)
          await expectNoSidewaysScrolling(page)
          await expectNoAxeViolations(page)
        },
        // A page of its own says no to these; the console tells that the answer was not 200.
        { allow: name === 'map-refused' || name === 'not-found' ? /status of 40[04]/ : undefined, as },
      )(),
  )

/** The page's code has come, its answers too, and its map is drawn where it has one. */
const settle = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  await page.getByText('Drawing the map…').waitFor({ state: 'detached' })
  await page.locator('[data-map="drawing"]').waitFor({ state: 'detached' })
  await page.getByText('Loading…', { exact: true }).first().waitFor({ state: 'detached' })
}

const expectDrawnMap = async (page: Page) => {
  const map = page.getByRole('region', { name: /map/i }).first()
  await map.waitFor()
  await expect.poll(() => countColours(map), { timeout: 20_000 }).toBeGreaterThan(20)
}

test(
  'the page of the API opens without JavaScript, styled as the others, and axe finds nothing',
  // Two hundred operations on one page are a quarter of a minute’s work for axe.
  { timeout: 120_000 },
  withPage(LAPTOP, async ({ page, address }) => {
    await page.goto(`${address}/api/docs`)
    await keepScreenshot(page, 'api-docs-laptop')

    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The API')
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1)
    await expectNoAxeViolations(page)
  }),
)
