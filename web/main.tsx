import './state/link-token.ts'
import './print/mark-in-page.ts'
import { effect } from '@preact/signals'
import { render, type ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { KeptNotice } from './kept/kept-notice.tsx'
import { NothingYet, NotYours } from './layout/not-yours.tsx'
import { ProblemSummary } from './layout/problem.tsx'
import { ReasonDialog } from './layout/reason-dialog.tsx'
import { beginsElsewhere, firstPath } from './layout/sections.ts'
import { Shell } from './layout/shell.tsx'
import { address, goTo } from './state/router.ts'
import { loadSession, may, person, session, sessionProblem } from './state/session.ts'
import { loadSetup, setup, setupProblem } from './state/setup.ts'
import { WordingDialog } from './wording/wording-dialog.tsx'

interface Page {
  path: RegExp
  title: string
  isWide?: boolean
  /** Any of these opens it; without: whoever is signed in. */
  needs?: string[]
  /** Each page is fetched when it is first opened. */
  load: () => Promise<{ default: ComponentType<{ id: string }> }>
}

const EXACT = ['exactReport:read']
const ENTRY = ['exactReport:create']
const DATA = ['fileImport:read', ...ENTRY]
const QUEUE = ['exactReport:update']
const FILES = ['fileImport:read']
const SHARED = ['hotspot:read']
const PLACES = ['gazetteer:read']
const NEW_PLACE = ['gazetteer:create']
const RUNS = ['storedRun:read']
const PACKS = ['meetingPack:read']
const PROTECTED = ['protectedSetting:read']
const LIST = ['hotspotList:read']
const REFERENCES = ['reference:read']
const SHARES = ['childShare:read']
const RETENTION = ['retention:read']
const PEOPLE = ['people:read']
const POLICY = ['policy:read']
const MEETINGS = ['meeting:read']
const PLANS = ['plan:read']
const PATROLS = ['patrol:read']
const REFERRALS = ['referral:read']
const SESSIONS = ['outreachSession:create']
const SHIFT = ['patrol:create']
const VISIT = ['patrolVisit:create']
const LOG = ['auditLog:read', 'auditHealth:read']
const REVIEWS = ['review:read']
const SAFE_PLACES = ['safePlace:read']
const NEW_SAFE_PLACE = ['safePlace:create']

const map = () => import('./hotspots/page.tsx')
const sharedMap = () => import('./shared/page.tsx')
/** The exact map for whom it is granted; the stored run for everybody else. */
const front = () => (session.value && !may('exactReport:read') ? sharedMap() : map())

const PAGES: Page[] = [
  { path: /^\/$/, title: 'Map', isWide: true, needs: [...EXACT, ...SHARED], load: front },
  { path: /^\/month$/, title: 'Month', isWide: true, needs: RUNS, load: () => import('./month/page.tsx') },
  { path: /^\/backtest$/, title: 'Would the map have helped?', needs: RUNS, load: () => import('./backtest/page.tsx') },
  { path: /^\/shared$/, title: 'Shared map', isWide: true, needs: SHARED, load: sharedMap },
  { path: /^\/shared\/places\/([^/]+)$/, title: 'Place', needs: SHARED, load: () => import('./shared/place-page.tsx') },
  { path: /^\/data$/, title: 'Data', needs: DATA, load: () => import('./imports/page.tsx') },
  { path: /^\/data\/imports\/([^/]+)$/, title: 'Import', needs: FILES, load: () => import('./imports/batch-page.tsx') },
  { path: /^\/data\/queue$/, title: 'Reports to place', needs: QUEUE, load: () => import('./queue/unplaced-page.tsx') },
  {
    path: /^\/data\/duplicates$/,
    title: 'Duplicates',
    needs: QUEUE,
    load: () => import('./queue/duplicates-page.tsx'),
  },
  { path: /^\/data\/report$/, title: 'One report by hand', needs: ENTRY, load: () => import('./report/page.tsx') },
  { path: /^\/places$/, title: 'Places', needs: PLACES, load: () => import('./gazetteer/page.tsx') },
  { path: /^\/places\/(new)$/, title: 'New place', needs: NEW_PLACE, load: () => import('./gazetteer/place-page.tsx') },
  { path: /^\/places\/([^/]+)$/, title: 'Place', needs: PLACES, load: () => import('./gazetteer/place-page.tsx') },
  { path: /^\/actions$/, title: 'Actions', needs: ['action:read'], load: () => import('./actions/page.tsx') },
  { path: /^\/meetings$/, title: 'Meetings', needs: MEETINGS, load: () => import('./meetings/page.tsx') },
  {
    path: /^\/meetings\/([^/]+)$/,
    title: 'Meeting',
    needs: MEETINGS,
    load: () => import('./meetings/meeting-page.tsx'),
  },
  {
    path: /^\/meetings\/([^/]+)\/room$/,
    title: 'The room',
    isWide: true,
    needs: ['meetingPack:read'],
    load: () => import('./room/page.tsx'),
  },
  {
    path: /^\/meetings\/([^/]+)\/children$/,
    title: 'Part B',
    needs: ['meetingChildren:read'],
    load: () => import('./meeting-children/page.tsx'),
  },
  {
    path: /^\/meetings\/([^/]+)\/minutes$/,
    title: 'Minutes',
    needs: ['minutes:read'],
    load: () => import('./minutes/page.tsx'),
  },
  { path: /^\/reviews$/, title: 'Places under review', needs: REVIEWS, load: () => import('./reviews/page.tsx') },
  {
    path: /^\/reviews\/([^/]+)$/,
    title: 'Place under review',
    needs: REVIEWS,
    load: () => import('./reviews/review-page.tsx'),
  },
  {
    path: /^\/safe-places$/,
    title: 'Safe places and guardians',
    needs: SAFE_PLACES,
    load: () => import('./safe-places/page.tsx'),
  },
  {
    path: /^\/safe-places\/(new)$/,
    title: 'New safe place',
    needs: NEW_SAFE_PLACE,
    load: () => import('./safe-places/safe-place-page.tsx'),
  },
  {
    path: /^\/safe-places\/([^/]+)$/,
    title: 'Safe place',
    needs: SAFE_PLACES,
    load: () => import('./safe-places/safe-place-page.tsx'),
  },
  { path: /^\/packs\/([^/]+)$/, title: 'Pack', needs: PACKS, load: () => import('./packs/page.tsx') },
  { path: /^\/referrals$/, title: 'Referrals', needs: REFERRALS, load: () => import('./referrals/page.tsx') },
  {
    path: /^\/referrals\/([^/]+)$/,
    title: 'Referral',
    needs: REFERRALS,
    load: () => import('./referrals/referral-page.tsx'),
  },
  { path: /^\/sessions\/([^/]+)$/, title: 'Session', needs: SESSIONS, load: () => import('./outreach/page.tsx') },
  { path: /^\/plans$/, title: 'Plans', needs: PLANS, load: () => import('./plans/page.tsx') },
  { path: /^\/plans\/([^/]+)$/, title: 'Plan', needs: PLANS, load: () => import('./plans/plan-page.tsx') },
  { path: /^\/patrols$/, title: 'Patrols', needs: PATROLS, load: () => import('./patrols/page.tsx') },
  {
    path: /^\/patrols\/([^/]+)$/,
    title: 'Patrol task',
    needs: PATROLS,
    load: () => import('./patrols/patrol-page.tsx'),
  },
  {
    path: /^\/patrols\/([^/]+)\/briefing$/,
    title: 'Briefing',
    needs: PATROLS,
    load: () => import('./briefing/page.tsx'),
  },
  { path: /^\/shift$/, title: 'Plan a shift', needs: SHIFT, load: () => import('./shifts/page.tsx') },
  { path: /^\/visit$/, title: 'Visits', needs: VISIT, load: () => import('./visits/page.tsx') },
  { path: /^\/runs$/, title: 'Runs', needs: RUNS, load: () => import('./runs/page.tsx') },
  { path: /^\/runs\/([^/]+)$/, title: 'Run', needs: RUNS, load: () => import('./runs/run-page.tsx') },
  { path: /^\/protected$/, title: 'Protected settings', needs: PROTECTED, load: () => import('./protected/page.tsx') },
  { path: /^\/list$/, title: 'List', needs: LIST, load: () => import('./lists/page.tsx') },
  { path: /^\/references$/, title: 'References', needs: REFERENCES, load: () => import('./references/page.tsx') },
  { path: /^\/shares$/, title: 'Children shared', needs: SHARES, load: () => import('./shares/page.tsx') },
  { path: /^\/retention$/, title: 'What falls due', needs: RETENTION, load: () => import('./retention/page.tsx') },
  { path: /^\/people$/, title: 'People', needs: PEOPLE, load: () => import('./people/page.tsx') },
  { path: /^\/settings$/, title: 'Settings', needs: POLICY, load: () => import('./settings/page.tsx') },
  { path: /^\/access-log$/, title: 'Access log', needs: LOG, load: () => import('./audit/page.tsx') },
  { path: /^\/me$/, title: 'My sign-in', load: () => import('./me/page.tsx') },
  { path: /^\/sign-in$/, title: 'Sign in', load: () => import('./sign-in/page.tsx') },
  { path: /^\/set-password$/, title: 'Set your password', load: () => import('./sign-in/set-password-page.tsx') },
]

const pageAt = (pathname: string) => PAGES.find(({ path }) => path.test(pathname))
const knownPage = (pathname: string) => pageAt(pathname)!

const NotFound = () => (
  <>
    <h1 class="govuk-heading-l">Page not found</h1>
    <p class="govuk-body">
      Check the address, or{' '}
      <a class="govuk-link" href="/">
        go to the first page
      </a>
      .
    </p>
  </>
)

/** What an address shows to whoever is signed in, or not. */
const shownAt = (pathname: string): { page: Page } | { isRefused: Page } | 'nothing' | 'not-found' => {
  if (pathname === '/set-password') return { page: knownPage(pathname) }
  if (!person.value) return { page: knownPage('/sign-in') }
  if (person.value.mustSetOneTimeCode) return { page: knownPage('/me') }
  if (pathname === '/' && beginsElsewhere()) return 'nothing'
  const page = pageAt(pathname)
  if (!page) return 'not-found'
  if (!page.needs || page.needs.some(may)) return { page }
  return pathname === '/' ? 'nothing' : { isRefused: page }
}

const App = () => {
  const { pathname } = address.value
  const shown = session.value ? shownAt(pathname) : undefined
  const page = shown && typeof shown === 'object' && 'page' in shown ? shown.page : undefined
  const title = page?.title ?? pageAt(pathname)?.title ?? 'Page not found'
  useEffect(() => {
    document.title = `${title} – place-risk`
  }, [title])
  useEffect(() => {
    // Who has signed in has nothing to do there; who has no map begins elsewhere.
    if (person.value && pathname === '/sign-in') goTo('/', { replace: true })
    if (shown === 'nothing' && firstPath()) goTo(firstPath()!, { replace: true })
  }, [pathname, shown, person.value])

  // Signing in, setting a password and setting up codes stand without what is known only to those who are in.
  const isReady = !person.value || person.value.mustSetOneTimeCode || setup.value !== undefined
  const problem = sessionProblem.value ?? (isReady ? undefined : setupProblem.value)
  return (
    <>
      <Shell isWide={page?.isWide ?? false}>
        {problem && (
          <ProblemSummary problem={problem} onRetry={() => void (session.value ? loadSetup() : loadSession())} />
        )}
        {!problem && (!shown || !isReady) && <p class="govuk-body">Loading…</p>}
        {isReady && page && <Loaded key={`${pathname} ${page.title}`} page={page} pathname={pathname} />}
        {isReady && shown && typeof shown === 'object' && 'isRefused' in shown && <NotYours title={title} />}
        {isReady && shown === 'nothing' && !firstPath() && <NothingYet />}
        {isReady && shown === 'not-found' && <NotFound />}
      </Shell>
      <ReasonDialog />
      <WordingDialog />
      <KeptNotice />
    </>
  )
}

const Loaded = ({ page, pathname }: { page: Page; pathname: string }) => {
  const [View, setView] = useState<ComponentType<{ id: string }>>()
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    page.load().then(
      (module) => setView(() => module.default),
      () => setHasFailed(true),
    )
  }, [page])

  if (hasFailed)
    return <p class="govuk-body">This page could not be loaded. Load it again; the service may have been updated.</p>
  return View ? (
    <View id={decodeURIComponent(page.path.exec(pathname)?.[1] ?? '')} />
  ) : (
    <p class="govuk-body">Loading…</p>
  )
}

// The page is fetched beside what it needs to know, not after it.
void pageAt(address.value.pathname)
  ?.load()
  .catch(() => {})
effect(() => {
  if (person.value && !person.value.mustSetOneTimeCode && !setup.peek()) void loadSetup()
})
void loadSession()
render(<App />, document.getElementById('app')!)
