import { wholeWeeks, type Windows } from '../effects/count-child-weeks.ts'
import { SEPARABLE_METRES } from '../effects/schema.ts'
import type { ProblemDetail } from '../problem.ts'
import type { PlanContent } from './schema.ts'

/** In fewer weeks nothing could be told. */
const FEWEST_WEEKS = 4

/** What is wrong with the windows of a plan; empty: nothing. */
export const windowFaults = (windows: Windows): ProblemDetail[] => {
  const { baselineFrom, startsOn, evaluationFrom, evaluationTo } = windows
  if (baselineFrom >= startsOn)
    return [{ pointer: '/baselineFrom', detail: 'The days before the plan begin before it starts.' }]
  if (evaluationFrom < startsOn)
    return [{ pointer: '/evaluationFrom', detail: 'A plan is judged by days from its start on.' }]
  if (evaluationTo <= evaluationFrom)
    return [{ pointer: '/evaluationTo', detail: 'The days that a plan is judged by end after they begin.' }]
  const { before, after } = wholeWeeks(windows)
  return [
    ...(before < FEWEST_WEEKS ? [{ pointer: '/baselineFrom', detail: TOO_SHORT }] : []),
    ...(after < FEWEST_WEEKS ? [{ pointer: '/evaluationTo', detail: TOO_SHORT }] : []),
  ]
}

const TOO_SHORT = `Give at least ${FEWEST_WEEKS} whole weeks.`

/** A named place by how far it lies from the plan's own. */
export interface PlaceApart {
  id: string
  name: string
  isRetired: boolean
  metres: number
}

type Chosen = Pick<PlanContent, 'comparatorPlaceIds' | 'togetherPlaceIds' | 'bufferMetres'>

/** What is wrong with the places that a plan is compared with, or judged together with; empty: nothing. */
export const placeFaults = (
  chosen: Chosen,
  ownPlaceId: string | null,
  apart: readonly PlaceApart[],
): ProblemDetail[] => {
  const known = new Map(apart.map((place) => [place.id, place]))
  const all = [...chosen.comparatorPlaceIds, ...chosen.togetherPlaceIds]
  const faultsOf = (ids: readonly string[], name: string, fault: (place: PlaceApart) => string | null) =>
    ids.flatMap((id, i): ProblemDetail[] => {
      const place = known.get(id)
      const detail = generalFault(id, place) ?? fault(place!)
      return detail === null ? [] : [{ pointer: `/${name}/${i}`, detail }]
    })
  const generalFault = (id: string, place: PlaceApart | undefined): string | null => {
    if (id === ownPlaceId) return 'A plan’s own place cannot be chosen.'
    if (!place || place.isRetired) return 'That place is not in the gazetteer any more.'
    return all.filter((one) => one === id).length > 1 ? `${place.name} is chosen twice.` : null
  }
  const apartMetres = Math.max(chosen.bufferMetres, SEPARABLE_METRES)
  return [
    ...faultsOf(chosen.comparatorPlaceIds, 'comparatorPlaceIds', ({ name, metres }) =>
      metres > apartMetres
        ? null
        : `${name} lies ${metres} metres away: what moves from here would be counted there. Choose places more than ${apartMetres} metres away.`,
    ),
    ...faultsOf(chosen.togetherPlaceIds, 'togetherPlaceIds', ({ name, metres }) =>
      metres <= SEPARABLE_METRES
        ? null
        : `${name} lies ${metres} metres away: it is judged by itself. Only places within ${SEPARABLE_METRES} metres are judged together.`,
    ),
  ]
}

const DESIGN = [
  'baselineFrom',
  'startsOn',
  'evaluationFrom',
  'evaluationTo',
  'bufferMetres',
  'comparatorPlaceIds',
  'togetherPlaceIds',
] as const satisfies (keyof PlanContent)[]

/** Whether a change would judge the plan by something else. */
export const isDesignChanged = (before: PlanContent, after: PlanContent): boolean =>
  DESIGN.some((name) => keyOf(before[name]) !== keyOf(after[name]))

const keyOf = (value: string | number | readonly string[]) =>
  typeof value === 'object' ? value.toSorted().join(' ') : String(value)
