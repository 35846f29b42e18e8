import { pointIn } from '../hotspots/cluster-shape.ts'
import { isRunning, PATROLS } from '../patrols/lifecycle.ts'
import { refOf } from '../patrols/patrol-answer.ts'
import { occurrencesOf, toCalendar } from './calendar.ts'
import { toGpx } from './gpx.ts'
import type { Briefing } from './schema.ts'
import { CHILD_FIRST, EVIDENCE, IF_FOUND, MARKING } from './words.ts'

/** A patrol task as its briefing reads it. */
export interface BriefedPatrol extends Pick<
  Briefing,
  | 'id'
  | 'hotspotId'
  | 'hotspotName'
  | 'category'
  | 'geometry'
  | 'isApproximate'
  | 'areaNames'
  | 'state'
  | 'objective'
  | 'windows'
  | 'activities'
  | 'riskNotes'
  | 'briefing'
  | 'validFrom'
  | 'validTo'
> {
  number: number
  dwellMinutes: number | null
  visitsADay: number | null
}

/** A briefing that says when and how. */
type Planned = BriefedPatrol & { dwellMinutes: number; visitsADay: number }

/** False before a planner has said when and how: there is nothing to brief anybody with. */
export const isPlanned = (patrol: BriefedPatrol): patrol is Planned =>
  patrol.windows.length > 0 && patrol.dwellMinutes !== null && patrol.visitsADay !== null

export const toBriefing = ({ number, ...patrol }: Planned, now: Date): Briefing => ({
  ...patrol,
  ref: refOf(number),
  marking: MARKING,
  stateWords: PATROLS.states[patrol.state],
  isRunning: isRunning(patrol.state),
  childFirst: CHILD_FIRST,
  ifFound: IF_FOUND,
  evidence: EVIDENCE,
  preparedAt: now.toISOString(),
})

/** Where it is: one point in its shape, and the shape. */
export const briefingGpx = (briefing: Briefing): string =>
  toGpx({
    name: titleOf(briefing),
    description: wordsOf(briefing),
    time: briefing.preparedAt,
    waypoints: [
      {
        ...pointOf(briefing),
        name: titleOf(briefing),
        description: `${briefing.isApproximate ? 'Approximate: somewhere near here. ' : ''}${briefing.objective}`,
      },
    ],
    outlines: [{ name: briefing.hotspotName, geometry: briefing.geometry }],
  })

/** When it is to be visited: each window of each day of the task; a task that was not given out yet has no days. */
export const briefingCalendar = (briefing: Briefing): string => {
  const { id, hotspotName, windows, validFrom, validTo, preparedAt, dwellMinutes, visitsADay } = briefing
  const times = validFrom && validTo ? occurrencesOf(windows, validFrom, validTo) : []
  const events = times.map(({ from, to }) => ({
    uid: `${id}-${from.getTime()}@place-risk`,
    from,
    to,
    summary: `Visit ${hotspotName} (${briefing.ref})`,
    description: `${wordsOf(briefing)}\n\n${dwellMinutes} minutes a visit, at most ${visitsADay} a day and one in two hours.`,
    place: hotspotName,
  }))
  return toCalendar(titleOf(briefing), events, new Date(preparedAt))
}

const titleOf = ({ ref, hotspotName }: Briefing) => `${ref} ${hotspotName}`

const wordsOf = ({ marking, childFirst, objective }: Briefing) => `${marking}. ${childFirst.join(' ')} ${objective}`

const pointOf = ({ geometry }: Briefing) =>
  geometry.type === 'Point'
    ? { longitude: geometry.coordinates[0], latitude: geometry.coordinates[1] }
    : pointIn(geometry)
