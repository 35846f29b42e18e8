import type { Referral, ReferralList } from '../../server/referrals/schema.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { toQueryString } from '../state/api.ts'
import { address } from '../state/router.ts'
import { may } from '../state/session.ts'
import { countOf } from '../words.ts'
import { ReferralsTable } from './referrals-table.tsx'

interface Group {
  id: string
  title: string
  says: string
  states: Referral['state'][]
}

const INBOX: Group[] = [
  {
    id: 'new',
    title: 'New',
    says: 'Accept, decline or ask: the monthly meeting reads your answer.',
    states: ['submitted'],
  },
  { id: 'asked', title: 'You asked', says: 'The group is to answer your question.', states: ['more_info'] },
  {
    id: 'running',
    title: 'In delivery',
    says: 'Plan the sessions, hold them, record each one.',
    states: ['accepted', 'scheduled', 'in_delivery'],
  },
  {
    id: 'done',
    title: 'Done',
    says: 'The latest first.',
    states: ['completed', 'outcome_reviewed', 'declined', 'cancelled'],
  },
]

const OF_GROUP: Group[] = [
  {
    id: 'asked',
    title: 'A question to answer',
    says: 'The provider needs to know more before it can say yes or no.',
    states: ['more_info'],
  },
  {
    id: 'completed',
    title: 'Outcome to review',
    says: 'Completed by the provider: what does the group make of it?',
    states: ['completed'],
  },
  { id: 'drafts', title: 'Drafts', says: 'Nobody was told of these yet.', states: ['draft'] },
  { id: 'new', title: 'Waiting for an answer', says: 'The provider accepts, declines or asks.', states: ['submitted'] },
  {
    id: 'running',
    title: 'Accepted and in delivery',
    says: 'Sessions are planned, held and recorded by the provider.',
    states: ['accepted', 'scheduled', 'in_delivery'],
  },
  { id: 'done', title: 'Over', says: 'The latest first.', states: ['outcome_reviewed', 'declined', 'cancelled'] },
]

/** Referrals of places, what waits first; for a provider it is the inbox. */
export default () => {
  const hotspot = address.value.searchParams.get('hotspot') ?? undefined
  const isProvider = may('outreachSession:create')
  const list = useList<ReferralList, Referral>(
    `/api/referrals${toQueryString({ hotspot })}`,
    ({ referrals }) => referrals,
  )
  const { data, problem, isLoading, reload, items } = list
  const groups = isProvider ? INBOX : OF_GROUP
  return (
    <>
      <WorkTabs />
      <h1 class="govuk-heading-l">
        Referrals{hotspot && items[0] && <span class="govuk-caption-l">{items[0].hotspotName}</span>}
      </h1>
      <p class="govuk-body">
        {isProvider
          ? 'Places where the monthly group asks you to be. Never a child: you get no child’s data here, and you keep none.'
          : 'Places, never children, that were referred to a youth provider: what was asked, what was answered, what came of it.'}
        {hotspot && (
          <>
            {' '}
            <a class="govuk-link" href="/referrals">
              Show all places
            </a>
          </>
        )}
      </p>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && data.counts.late > 0 && <p class="govuk-body app-warning-words">{lateWords(data)}</p>}
      {data && items.length === 0 && <Nothing isProvider={isProvider} isOfOnePlace={hotspot !== undefined} />}
      {groups.map(({ states, ...group }) => {
        const referrals = items.filter(({ state }) => states.includes(state))
        return (
          referrals.length > 0 && (
            <ReferralsTable key={group.id} {...group} referrals={referrals} isProvider={isProvider} />
          )
        )
      })}
      <MoreButton list={list} words="Show more referrals" />
    </>
  )
}

const lateWords = ({ counts: { late } }: ReferralList): string =>
  `${countOf(late, 'referral is late and stands', 'referrals are late and stand')} first.`

const Nothing = ({ isProvider, isOfOnePlace }: { isProvider: boolean; isOfOnePlace: boolean }) => (
  <div class="app-empty">
    <h2 class="govuk-heading-m">{isOfOnePlace ? 'This place was not referred' : 'Nothing is referred yet'}</h2>
    <p class="govuk-body govuk-!-margin-bottom-0">
      {isProvider && 'When the monthly group refers a place to your agency, it stands here first.'}
      {!isProvider && may('referral:create') && (
        <>
          A place is referred from its own page: open it in the{' '}
          <a class="govuk-link" href="/reviews">
            list of places
          </a>{' '}
          and choose “Refer”.
        </>
      )}
      {!isProvider &&
        !may('referral:create') &&
        'What the monthly group refers, of the places that you see, stands here.'}
    </p>
  </div>
)
