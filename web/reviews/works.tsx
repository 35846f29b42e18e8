import type { ActionList } from '../../server/actions/schema.ts'
import type { PatrolList } from '../../server/patrols/schema.ts'
import type { PlanList } from '../../server/plans/schema.ts'
import type { ReferralList } from '../../server/referrals/schema.ts'
import type { ReviewDetail } from '../../server/reviews/schema.ts'
import { dayWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'

interface Work {
  href: string
  name: string
  stateWords: string
  /** What else is to be known in a line. */
  note: string
  isLate: boolean
}

interface WorkKind {
  title: string
  path: string
  needs: string
  none: string
  /** The answer of its list, as rows. */
  toWorks: (answer: never) => Work[]
}

const KINDS: WorkKind[] = [
  {
    title: 'Plans',
    path: '/api/plans',
    needs: 'plan:read',
    none: 'There is no plan for this place.',
    toWorks: ({ plans }: PlanList) =>
      plans.map(({ id, ref, objective, stateWords, leadAgency, reviewOn, isLate }) => ({
        href: `/plans/${id}`,
        name: `${ref} ${objective}`,
        stateWords,
        note: `${leadAgency}, review on ${dayWords(reviewOn)}`,
        isLate,
      })),
  },
  {
    title: 'Referrals to youth providers',
    path: '/api/referrals',
    needs: 'referral:read',
    none: 'This place was not referred.',
    toWorks: ({ referrals }: ReferralList) =>
      referrals.map(({ id, ref, serviceWords, providerAgency, stateWords, startBy, late }) => ({
        href: `/referrals/${id}`,
        name: `${ref} ${serviceWords}`,
        stateWords,
        note: `${providerAgency}, ${late ?? `to start by ${dayWords(startBy)}`}`,
        isLate: late !== null,
      })),
  },
  {
    title: 'Patrols',
    path: '/api/patrols',
    needs: 'patrol:read',
    none: 'No patrol was asked for.',
    toWorks: ({ patrols }: PatrolList) =>
      patrols.map(({ id, ref, objective, stateWords, validTo, isExpiring }) => ({
        href: `/patrols/${id}`,
        name: `${ref} ${objective}`,
        stateWords,
        note: validTo === null ? 'not planned yet' : `until ${dayWords(validTo)}`,
        isLate: isExpiring,
      })),
  },
  {
    title: 'Actions',
    path: '/api/actions',
    needs: 'action:read',
    none: 'Nobody has an action about this place.',
    toWorks: ({ actions }: ActionList) =>
      actions.map(({ number, title, stateWords, ownerName, dueOn, isOverdue }) => ({
        href: '/actions',
        name: `${number} ${title}`,
        stateWords,
        note: `${ownerName}, ${isOverdue ? 'overdue since' : 'due'} ${dayWords(dueOn)}`,
        isLate: isOverdue,
      })),
  },
]

/** What is done at a place, each kind by itself, and what was begun at those that are merged into it. */
export const Works = ({ review, turn }: { review: ReviewDetail; turn: number }) => {
  const kinds = KINDS.filter(({ needs }) => may(needs))
  const places = [{ id: review.id, name: '' }, ...review.includes]
  return (
    <section aria-labelledby="works-title">
      <h2 class="govuk-heading-m" id="works-title">
        What is done here
      </h2>
      <div class="app-works">
        {kinds.map((kind) => (
          <div key={kind.title}>
            <h3 class="govuk-heading-s">{kind.title}</h3>
            {places.map(({ id, name }) => (
              <WorkList key={`${id} ${turn}`} kind={kind} hotspotId={id} of={name} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

/** @param of the place that was merged into this one; empty: this one itself */
const WorkList = ({ kind, hotspotId, of }: { kind: WorkKind; hotspotId: string; of: string }) => {
  const { data, problem, reload } = useLoaded<never>(`${kind.path}?hotspot=${encodeURIComponent(hotspotId)}`)
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  if (!data) return <p class="app-small app-quiet">Loading…</p>
  const works = kind.toWorks(data)
  if (works.length === 0) return of ? null : <p class="app-works__none">{kind.none}</p>
  return (
    <>
      {of && <p class="app-small app-quiet">Of {of}, merged into it:</p>}
      <ul class="app-works__list">
        {works.map(({ href, name, stateWords, note, isLate }) => (
          <li key={name}>
            <a class="govuk-link app-break" href={href}>
              {name}
            </a>
            <span class="app-table__under">
              {stateWords}, {isLate ? <strong>{note}</strong> : note}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
