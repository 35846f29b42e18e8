import type { Patrol, PatrolList } from '../../server/patrols/schema.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { toQueryString } from '../state/api.ts'
import { address } from '../state/router.ts'
import { may } from '../state/session.ts'
import { PatrolsTable } from './patrols-table.tsx'

interface Group {
  id: string
  title: string
  says: string
  has: (patrol: Patrol) => boolean
}

const GROUPS: Group[] = [
  {
    id: 'requests',
    title: 'To take up',
    says: 'The meeting asked for these; a planner of the area plans them, gives them out or says why not.',
    has: ({ state }) => state === 'requested' || state === 'triaged',
  },
  {
    id: 'running',
    title: 'Being visited',
    says: 'The first to expire stands first. An expired task cannot be logged against: ask for it anew if it is still needed.',
    has: ({ state }) => state === 'tasked' || state === 'active',
  },
  {
    id: 'over',
    title: 'To debrief',
    says: 'Expired or completed. Say what was learned, so that the meeting can read it.',
    has: ({ state }) => state === 'expired' || state === 'completed',
  },
  {
    id: 'done',
    title: 'Done',
    says: 'Debriefed or rejected, the latest first.',
    has: ({ state }) => state === 'debriefed' || state === 'rejected',
  },
]

/** Patrol tasks and requests of the reader's areas, what waits first. */
export default () => {
  const hotspot = address.value.searchParams.get('hotspot') ?? undefined
  const list = useList<PatrolList, Patrol>(`/api/patrols${toQueryString({ hotspot })}`, ({ patrols }) => patrols)
  const { data, problem, isLoading, reload, items } = list
  return (
    <>
      <WorkTabs />
      <div class="app-title">
        <h1 class="govuk-heading-l">
          Patrols{hotspot && items[0] && <span class="govuk-caption-l">{items[0].hotspotName}</span>}
        </h1>
        <div class="govuk-button-group app-no-print">
          {may('patrol:create') && (
            <a class="govuk-button govuk-button--secondary" role="button" draggable={false} href="/shift">
              Plan a shift
            </a>
          )}
          {may('patrolVisit:create') && (
            <a class="govuk-button" role="button" draggable={false} href="/visit">
              Log a visit
            </a>
          )}
        </div>
      </div>
      <p class="govuk-body">
        Short visits to a place at its best times, for the welfare of children. Nothing found shows that patrols reduce
        sightings of missing children, so each task expires after some weeks and is then justified anew.
        {hotspot && (
          <>
            {' '}
            <a class="govuk-link" href="/patrols">
              Show all places
            </a>
          </>
        )}
      </p>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && items.length === 0 && <Nothing isOfOnePlace={hotspot !== undefined} />}
      {GROUPS.map(({ has, ...group }) => {
        const patrols = items.filter(has)
        return patrols.length > 0 && <PatrolsTable key={group.id} {...group} patrols={patrols} />
      })}
      <MoreButton list={list} words="Show more tasks" />
    </>
  )
}

const Nothing = ({ isOfOnePlace }: { isOfOnePlace: boolean }) => (
  <div class="app-empty">
    <h2 class="govuk-heading-m">No patrol task{isOfOnePlace ? ' at this place' : ' here'} yet</h2>
    <p class="govuk-body govuk-!-margin-bottom-0">
      {may('patrolRequest:create') ? (
        <>
          Visits are asked for from a place: open it in the{' '}
          <a class="govuk-link" href="/reviews">
            list of places
          </a>{' '}
          and choose “Ask for visits”.
        </>
      ) : (
        'The monthly meeting asks for visits to a place. What it asks for in your areas comes here first.'
      )}
    </p>
  </div>
)
