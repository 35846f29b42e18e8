import type { Action, Scope } from '../access/matrix.ts'
import { legalSteps } from '../lifecycle.ts'
import type { StepTaken } from '../record-step.ts'
import { isOver, PLANS } from './lifecycle.ts'
import type { Plan, PlanAnalysis, PlanContent, PlanDetail, PlanState } from './schema.ts'

type NamedPlaces = { placeId: string; name: string }[]

/** A plan as it is kept. Instants are ISO 8601 in UTC, days YYYY-MM-DD; the analysis is null for whom the whole is not. */
export interface StoredPlan
  extends
    Pick<
      Plan,
      | 'id'
      | 'hotspotId'
      | 'hotspotName'
      | 'meetingId'
      | 'state'
      | 'since'
      | 'endedOn'
      | 'version'
      | 'measures'
      | 'effect'
    >,
    Omit<PlanContent, 'comparatorPlaceIds' | 'togetherPlaceIds' | 'analysis'> {
  number: number
  ownerName: string
  ownerAgency: string
  comparators: NamedPlaces
  together: NamedPlaces
  analysis: PlanAnalysis | null
}

export interface Reader {
  /** YYYY-MM-DD */
  today: string
  scope: Scope
  may: (action: Action) => boolean
}

/** What people call a plan by. */
export const refOf = (number: number): string => `D-${number}`

/** A plan as a list has it. */
export const toPlan = (stored: StoredPlan, { today, may }: Reader): Plan => ({
  id: stored.id,
  ref: refOf(stored.number),
  hotspotId: stored.hotspotId,
  hotspotName: stored.hotspotName,
  meetingId: stored.meetingId,
  objective: stored.objective,
  state: stored.state,
  stateWords: PLANS.states[stored.state],
  since: stored.since,
  isOpen: !isOver(stored.state),
  version: stored.version,
  steps: may('update') ? legalSteps(PLANS, stored.state, may) : [],
  leadAgency: stored.leadAgency,
  leadRole: stored.leadRole,
  owner: { id: stored.ownerId, name: stored.ownerName, agency: stored.ownerAgency },
  startsOn: stored.startsOn,
  evaluationFrom: stored.evaluationFrom,
  evaluationTo: stored.evaluationTo,
  reviewOn: stored.reviewOn,
  isLate: !isOver(stored.state) && stored.reviewOn < today,
  endedOn: stored.endedOn,
  measures: stored.measures,
  effect: stored.effect,
})

/** One plan; the whole of it for those whose grant reaches all. */
export const toDetail = (stored: StoredPlan, reader: Reader, taken: readonly StepTaken[]): PlanDetail => {
  const isWhole = reader.scope === 'all'
  const ifWhole = <T>(value: T): T | null => (isWhole ? value : null)
  return {
    ...toPlan(stored, reader),
    response: stored.response,
    safetyGoals: stored.safetyGoals,
    isWhole,
    canChange: isWhole && reader.may('update') && !isOver(stored.state),
    isDesignFixed: stored.effect !== null,
    baselineFrom: ifWhole(stored.baselineFrom),
    bufferMetres: ifWhole(stored.bufferMetres),
    comparators: ifWhole(stored.comparators),
    together: ifWhole(stored.together),
    analysis: ifWhole(stored.analysis),
    taken: taken.map((step) => ({
      ...step,
      why: ifWhole(step.why),
      toWords: PLANS.states[step.to as PlanState],
    })),
  }
}

/** What a plan said, to be kept when it is changed. */
export const contentOf = (stored: StoredPlan): PlanContent => ({
  objective: stored.objective,
  response: stored.response,
  safetyGoals: stored.safetyGoals,
  leadAgency: stored.leadAgency,
  leadRole: stored.leadRole,
  ownerId: stored.ownerId,
  reviewOn: stored.reviewOn,
  baselineFrom: stored.baselineFrom,
  startsOn: stored.startsOn,
  evaluationFrom: stored.evaluationFrom,
  evaluationTo: stored.evaluationTo,
  bufferMetres: stored.bufferMetres,
  comparatorPlaceIds: stored.comparators.map(({ placeId }) => placeId),
  togetherPlaceIds: stored.together.map(({ placeId }) => placeId),
  analysis: stored.analysis ?? NOTHING_SAID,
})

/** An analysis with nothing said yet. */
export const NOTHING_SAID: PlanAnalysis = {
  scanning: '',
  victims: '',
  offenders: '',
  location: '',
  time: '',
  guardianGap: '',
  handlerGap: '',
  managerGap: '',
  analysis: '',
  assessment: '',
  lessons: '',
}
