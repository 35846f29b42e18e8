import type { Plan, PlanList, PlanState } from '../../server/plans/schema.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { toQueryString } from '../state/api.ts'
import { address } from '../state/router.ts'
import { may } from '../state/session.ts'
import { PlansTable } from './plans-table.tsx'

interface Group {
  id: string
  title: string
  says: string
  states: PlanState[]
}

const GROUPS: Group[] = [
  {
    id: 'under-way',
    title: 'Under way',
    says: 'The one to be reviewed first stands first; a late one is past its review date.',
    states: ['active', 'under_review'],
  },
  {
    id: 'to-agree',
    title: 'To agree or to start',
    says: 'The chair agrees what is proposed; what is agreed starts with its first measure.',
    states: ['draft', 'proposed', 'agreed'],
  },
  {
    id: 'over',
    title: 'Over',
    says: 'The latest first, as far as the counts could tell.',
    states: ['closed_effective', 'closed_no_effect', 'closed_insufficient_data', 'withdrawn'],
  },
]

/** Disruption plans within the reader's reach, late ones first. */
export default () => {
  const hotspot = address.value.searchParams.get('hotspot') ?? undefined
  const list = useList<PlanList, Plan>(`/api/plans${toQueryString({ hotspot })}`, ({ plans }) => plans)
  const { data, problem, isLoading, reload, items } = list
  return (
    <>
      <WorkTabs />
      <h1 class="govuk-heading-l">
        Plans{hotspot && items[0] && <span class="govuk-caption-l">{items[0].hotspotName}</span>}
      </h1>
      <p class="govuk-body">
        What is done to make a place safer, by whom, until when, and whether the counts can tell that it did anything.
        {hotspot && (
          <>
            {' '}
            <a class="govuk-link" href="/plans">
              Show all places
            </a>
          </>
        )}
      </p>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && items.length === 0 && <Nothing isOfOnePlace={hotspot !== undefined} />}
      {GROUPS.map(({ states, ...group }) => {
        const plans = items.filter(({ state }) => states.includes(state))
        return plans.length > 0 && <PlansTable key={group.id} {...group} plans={plans} />
      })}
      <MoreButton list={list} words="Show more plans" />
    </>
  )
}

const Nothing = ({ isOfOnePlace }: { isOfOnePlace: boolean }) => (
  <div class="app-empty">
    <h2 class="govuk-heading-m">No plan{isOfOnePlace ? ' for this place' : ' here'} yet</h2>
    <p class="govuk-body govuk-!-margin-bottom-0">
      {may('plan:create') ? (
        <>
          A plan is made from a place that the group has confirmed: open it in the{' '}
          <a class="govuk-link" href="/reviews">
            list of places
          </a>{' '}
          and choose “Plan”.
        </>
      ) : (
        'The monthly meeting makes plans for places. Those that concern you come here once they are proposed.'
      )}
    </p>
  </div>
)
