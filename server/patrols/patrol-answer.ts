import { Temporal } from 'temporal-polyfill'
import type { Action } from '../access/matrix.ts'
import type { Role } from '../access/roles.ts'
import { legalSteps } from '../lifecycle.ts'
import { isEnforcementOnly, type Recent } from '../visits/enforcement-only.ts'
import { isRunning, PATROLS } from './lifecycle.ts'
import type { Activity, HourWindow, Patrol, PatrolDetail, PatrolState } from './schema.ts'
import { plannedDose } from './when.ts'

/** A patrol task as it is kept, with what was done on it. Instants are ISO 8601 in UTC, days YYYY-MM-DD. */
export interface StoredPatrol extends Recent {
  id: string
  number: number
  hotspotId: string
  hotspotName: string
  meetingId: string | null
  objective: string
  why: string
  state: PatrolState
  since: string
  version: number
  requestedAt: string
  requestedBy: string
  windows: HourWindow[]
  dwellMinutes: number | null
  visitsADay: number | null
  activities: Activity[]
  riskNotes: string | null
  briefing: string | null
  validFrom: string | null
  validTo: string | null
  visits: number
  minutes: number
  inWindows: number
  unsaid: number
  engagements: number
  safeguardingActions: number
  stopAndSearch: number
  otherEnforcement: number
  intelligence: number
  lastOn: string | null
}

/** Who sees that a place is visited and how much was done, and not when, how and with what words. */
const IN_SUMS: readonly Role[] = ['csp_analyst', 'cre_team', 'qa_auditor']

export const seesSumsOnly = (role: Role): boolean => IN_SUMS.includes(role)

/** A task of which so many days are left is about to expire. */
const EXPIRING_DAYS = 7

export interface Reader {
  /** YYYY-MM-DD */
  today: string
  may: (action: Action) => boolean
}

/** What people call a patrol task by. */
export const refOf = (number: number): string => `P-${number}`

/** A patrol task as a list has it. */
export const toPatrol = (stored: StoredPatrol, { today, may }: Reader): Patrol => ({
  id: stored.id,
  ref: refOf(stored.number),
  hotspotId: stored.hotspotId,
  hotspotName: stored.hotspotName,
  meetingId: stored.meetingId,
  objective: stored.objective,
  state: stored.state,
  stateWords: PATROLS.states[stored.state],
  since: stored.since,
  version: stored.version,
  steps: legalSteps(PATROLS, stored.state, may),
  requestedBy: stored.requestedBy,
  requestedAt: stored.requestedAt,
  validFrom: stored.validFrom,
  validTo: stored.validTo,
  isExpiring: isExpiring(stored, today),
  planned: plannedOf(stored, today),
  delivered: {
    visits: stored.visits,
    minutes: stored.minutes,
    inWindows: stored.inWindows,
    unsaid: stored.unsaid,
    engagements: stored.engagements,
    safeguardingActions: stored.safeguardingActions,
    stopAndSearch: stored.stopAndSearch,
    otherEnforcement: stored.otherEnforcement,
    intelligence: stored.intelligence,
    lastOn: stored.lastOn,
  },
  isEnforcementOnly: isEnforcementOnly(stored),
})

/** One patrol task in full, for those who see more than sums. */
export const toDetail = (
  stored: StoredPatrol,
  reader: Reader,
  more: Pick<PatrolDetail, 'taken' | 'visits'> & { bestWindows: HourWindow[] },
): PatrolDetail => ({
  ...toPatrol(stored, reader),
  ...more,
  why: stored.why,
  task: {
    windows: stored.windows,
    dwellMinutes: stored.dwellMinutes,
    visitsADay: stored.visitsADay,
    activities: stored.activities,
    riskNotes: stored.riskNotes,
    briefing: stored.briefing,
  },
})

/** One patrol task for those who see sums. */
export const toDetailInSums = (stored: StoredPatrol, reader: Reader): PatrolDetail => ({
  ...toPatrol(stored, reader),
  why: null,
  task: null,
  bestWindows: [],
  taken: null,
  visits: null,
})

const isExpiring = ({ state, validTo }: StoredPatrol, today: string): boolean =>
  isRunning(state) &&
  validTo !== null &&
  Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(validTo)).days < EXPIRING_DAYS

/** What is over early asks for no more than its days; a task that runs is planned until today. */
const plannedOf = (stored: StoredPatrol, today: string): Patrol['planned'] => {
  const { windows, dwellMinutes, visitsADay, validFrom, validTo } = stored
  if (!validFrom || !validTo || dwellMinutes === null || visitsADay === null) return null
  const plan = { windows, dwellMinutes, visitsADay }
  const until = isRunning(stored.state) || stored.state === 'expired' ? today : stored.since.slice(0, 10)
  return {
    soFar: plannedDose(plan, validFrom, until < validTo ? until : validTo),
    inAll: plannedDose(plan, validFrom, validTo),
  }
}
