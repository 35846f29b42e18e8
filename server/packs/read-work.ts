import { query, type Db } from '../db.ts'
import { startOfDay } from '../local-time.ts'
import { measureOf } from '../measures/catalogue.ts'
import { MEASURES } from '../measures/lifecycle.ts'
import type { MeasureState } from '../measures/schema.ts'
import { PATROLS } from '../patrols/lifecycle.ts'
import type { PatrolState } from '../patrols/schema.ts'
import { PLANS } from '../plans/lifecycle.ts'
import type { PlanState } from '../plans/schema.ts'
import { REFERRAL } from '../referrals/lifecycle.ts'
import type { ReferralState, ServiceType } from '../referrals/schema.ts'
import { SERVICE_WORDS } from '../referrals/words.ts'
import type { Days } from '../statistics/child-weeks.ts'
import type { PackRead, ReviewedPlace, WorkAtPlace } from './read.ts'
import type { PackPlaceContent } from './schema.ts'

type AtHotspot<T, State extends string> = Omit<T, 'stateWords'> & { hotspotId: string; state: State }
type PlanWords = PackPlaceContent['plans'][number]
type Plan = AtHotspot<Omit<PlanWords, 'measures'>, PlanState> & { measures: { code: string; state: MeasureState }[] }
type Referral = AtHotspot<Omit<WorkAtPlace['referrals'][number], 'service'>, ReferralState> & { service: ServiceType }
type Patrol = AtHotspot<WorkAtPlace['patrols'][number], PatrolState>
type Action = WorkAtPlace['actions'][number] & { hotspotId: string | null }

const plansOf = query<{ from: string }, Plan>('packs/plans')
const referralsOf = query<Days, Referral>('packs/referrals')
const expirePatrols = query<{ today: string }, { expired: number }>('packs/expire-patrols')
const patrolsOf = query<Days, Patrol>('packs/patrols')
const actionsOf = query<{ today: string }, Action>('packs/actions')

interface Given {
  /** Its local days. */
  month: Days
  today: string
  reviewed: readonly ReviewedPlace[]
}

/** What is planned, referred, patrolled and to be done, place by place and city-wide, as it stands now. */
export const readWork = async (
  tx: Db,
  { month, today, reviewed }: Given,
): Promise<Pick<PackRead, 'workAt' | 'work' | 'group'>> => {
  await expirePatrols(tx, { today })
  const plans = await plansOf(tx, { from: month.from })
  const referrals = await referralsOf(tx, month)
  const patrols = await patrolsOf(tx, { from: startOfDay(month.from), to: startOfDay(month.to) })
  const actions = await actionsOf(tx, { today })

  const workAt = new Map<string, WorkAtPlace>()
  const at = (hotspotId: string): WorkAtPlace => {
    const work = workAt.get(hotspotId) ?? { plans: [], referrals: [], patrols: [], actions: [] }
    workAt.set(hotspotId, work)
    return work
  }
  const isDraft = ({ state }: Plan) => state === 'draft'
  for (const plan of plans) if (!isDraft(plan)) at(plan.hotspotId).plans.push(toPlanWords(plan))
  for (const { hotspotId, state, service, ...referral } of referrals)
    at(hotspotId).referrals.push({ ...referral, service: SERVICE_WORDS[service], stateWords: REFERRAL.states[state] })
  for (const { hotspotId, state, ...patrol } of patrols)
    at(hotspotId).patrols.push({ ...patrol, stateWords: PATROLS.states[state] })
  for (const { hotspotId, ...action } of actions) if (hotspotId !== null) at(hotspotId).actions.push(action)

  const nameOf = new Map(reviewed.map(({ hotspotId, name }) => [hotspotId, name]))
  return {
    workAt,
    group: {
      drafts: plans.filter(isDraft).map((plan) => ({ ...toPlanWords(plan), place: nameOf.get(plan.hotspotId) ?? '' })),
      actions: actions.filter(({ hotspotId }) => hotspotId === null).map(({ hotspotId: _none, ...action }) => action),
    },
    work: {
      sessions: sumOf(referrals.map(({ sessionsInMonth }) => sessionsInMonth)),
      contacts: sumOf(referrals.map(({ contactsInMonth }) => contactsInMonth)),
      visits: sumOf(patrols.map(({ visitsInMonth }) => visitsInMonth)),
      visitMinutes: sumOf(patrols.map(({ minutesInMonth }) => minutesInMonth)),
      plans: countStates(plans.filter((plan) => !isDraft(plan))),
      actions: { open: actions.length, overdue: actions.filter(({ isOverdue }) => isOverdue).length },
    },
  }
}

const toPlanWords = ({ hotspotId: _there, measures, ...plan }: Plan): PlanWords => ({
  ...plan,
  stateWords: PLANS.states[plan.state],
  measures: measures.map(({ code, state }) => ({
    words: measureOf(code)?.name ?? code,
    stateWords: MEASURES.states[state],
  })),
})

/** In the order of their lives. */
const countStates = (plans: readonly Plan[]): PackRead['work']['plans'] =>
  (Object.entries(PLANS.states) as [PlanState, string][]).flatMap(([state, words]) => {
    const count = plans.filter((plan) => plan.state === state).length
    return count === 0 ? [] : [{ state, words, plans: count }]
  })

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
