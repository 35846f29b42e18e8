import { render, type ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ProblemSummary } from './layout/problem.tsx'
import { Shell } from './layout/shell.tsx'
import { address } from './state/router.ts'
import { loadSetup, setup, setupProblem } from './state/setup.ts'

interface Page {
  path: RegExp
  title: string
  isWide?: boolean
  /** Each page is fetched when it is first opened. */
  load: () => Promise<{ default: ComponentType<{ id: string }> }>
}

const PAGES: Page[] = [
  { path: /^\/$/, title: 'Map', isWide: true, load: () => import('./hotspots/page.tsx') },
  { path: /^\/data$/, title: 'Data', load: () => import('./imports/page.tsx') },
  { path: /^\/data\/imports\/([^/]+)$/, title: 'Import', load: () => import('./imports/batch-page.tsx') },
  { path: /^\/data\/queue$/, title: 'Reports to place', load: () => import('./queue/unplaced-page.tsx') },
  { path: /^\/data\/duplicates$/, title: 'Likely duplicates', load: () => import('./queue/duplicates-page.tsx') },
  { path: /^\/data\/report$/, title: 'One report by hand', load: () => import('./report/page.tsx') },
  { path: /^\/places$/, title: 'Places', load: () => import('./gazetteer/page.tsx') },
  { path: /^\/places\/(new)$/, title: 'New place', load: () => import('./gazetteer/place-page.tsx') },
  { path: /^\/places\/([^/]+)$/, title: 'Place', load: () => import('./gazetteer/place-page.tsx') },
]

const pageAt = (pathname: string) => PAGES.find(({ path }) => path.test(pathname))

const NotFound = () => (
  <>
    <h1 class="govuk-heading-l">Page not found</h1>
    <p class="govuk-body">
      Check the address, or{' '}
      <a class="govuk-link" href="/">
        go to the map
      </a>
      .
    </p>
  </>
)

const App = () => {
  const { pathname } = address.value
  const page = pageAt(pathname)
  const id = decodeURIComponent(page?.path.exec(pathname)?.[1] ?? '')

  useEffect(() => {
    document.title = `${page?.title ?? 'Page not found'} – place-risk`
  }, [page])

  const isReady = setup.value !== undefined
  return (
    <Shell isWide={page?.isWide ?? false}>
      {setupProblem.value && <ProblemSummary problem={setupProblem.value} onRetry={() => void loadSetup()} />}
      {!isReady && !setupProblem.value && <p class="govuk-body">Loading…</p>}
      {isReady && (page ? <Loaded key={pathname} page={page} id={id} /> : <NotFound />)}
    </Shell>
  )
}

const Loaded = ({ page, id }: { page: Page; id: string }) => {
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
  return View ? <View id={id} /> : <p class="govuk-body">Loading…</p>
}

// The page is fetched beside what it needs to know, not after it.
void pageAt(address.value.pathname)
  ?.load()
  .catch(() => {})
void loadSetup()
render(<App />, document.getElementById('app')!)
