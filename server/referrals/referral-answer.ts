import type { Action, Scope } from '../access/matrix.ts'
import { legalSteps } from '../lifecycle.ts'
import { toldThemes, type ThemeCount } from '../outreach/themes.ts'
import type { StepTaken } from '../record-step.ts'
import { isChangeable, OPEN, REFERRAL, sideOf } from './lifecycle.ts'
import type { Referral, ReferralDetail, ReferralState } from './schema.ts'
import { AGE_BAND_WORDS, PRIORITY_WORDS, SERVICE_WORDS } from './words.ts'

/** A referral as it is kept, with the sums of what came of it. Instants are ISO 8601 in UTC, days YYYY-MM-DD. */
export interface StoredReferral extends Pick<
  ReferralDetail,
  | 'id'
  | 'hotspotId'
  | 'hotspotName'
  | 'meetingId'
  | 'serviceType'
  | 'ageBand'
  | 'priority'
  | 'providerAgency'
  | 'requestedBy'
  | 'requestedByAgency'
  | 'sessionsRequested'
  | 'startBy'
  | 'windows'
  | 'submittedAt'
  | 'answerBy'
  | 'state'
  | 'since'
  | 'version'
> {
  number: number
  rationale: string
  aims: string
  safetyNotes: string | null
  otherAgencies: string | null
  planned: number
  sessions: number
  minutes: number
  contacts: number
  onwardReferrals: number
  level1: number
  level2: number
  level3: number
  firstOn: string | null
  lastOn: string | null
  nextOn: string | null
}

export interface Reader {
  scope: Scope
  /** What the matrix grants on referrals. */
  may: (action: Action) => boolean
  /** YYYY-MM-DD */
  today: string
}

/** What people call a referral by. */
export const refOf = (number: number): string => `R-${number}`

/** Neighbourhood police and a list's readers are told where a referral stands; the group and the provider are told all of it. */
const isToldAll = ({ scope }: Pick<Reader, 'scope'>): boolean => scope === 'all' || scope === 'referred'

export const toReferral = (stored: StoredReferral, reader: Reader): Referral => {
  const { state, serviceType, priority } = stored
  const isTold = isToldAll(reader)
  return {
    id: stored.id,
    ref: refOf(stored.number),
    hotspotId: stored.hotspotId,
    hotspotName: stored.hotspotName,
    meetingId: stored.meetingId,
    serviceType,
    serviceWords: SERVICE_WORDS[serviceType],
    priority,
    priorityWords: PRIORITY_WORDS[priority],
    providerAgency: stored.providerAgency,
    requestedBy: stored.requestedBy,
    requestedByAgency: stored.requestedByAgency,
    sessionsRequested: stored.sessionsRequested,
    startBy: stored.startBy,
    windows: stored.windows,
    submittedAt: stored.submittedAt,
    answerBy: stored.answerBy,
    late: lateOf(stored, reader.today),
    state,
    stateWords: REFERRAL.states[state],
    since: stored.since,
    version: stored.version,
    steps: legalSteps(REFERRAL, state, sideOf(reader)),
    done: {
      planned: stored.planned,
      sessions: stored.sessions,
      minutes: stored.minutes,
      contacts: isTold ? stored.contacts : null,
      onwardReferrals: isTold ? stored.onwardReferrals : null,
      firstOn: stored.firstOn,
      lastOn: stored.lastOn,
      nextOn: OPEN.includes(state) ? stored.nextOn : null,
    },
  }
}

export const toDetail = (
  stored: StoredReferral,
  reader: Reader,
  { taken, themes }: { taken: readonly StepTaken[]; themes: readonly ThemeCount[] },
): ReferralDetail => {
  const isTold = isToldAll(reader)
  const { rationale, aims, safetyNotes, otherAgencies, level1, level2, level3 } = stored
  return {
    ...toReferral(stored, reader),
    ageBand: stored.ageBand,
    ageBandWords: AGE_BAND_WORDS[stored.ageBand],
    words: isTold ? { rationale, aims, safetyNotes, otherAgencies } : null,
    outcome: isTold && stored.sessions > 0 ? { levels: [level1, level2, level3], ...toldThemes(themes) } : null,
    taken: taken
      // Before it was sent it was the group's own.
      .filter(({ to }) => reader.scope === 'all' || to !== 'draft')
      .map((step) => ({
        ...step,
        why: isTold ? step.why : null,
        toWords: REFERRAL.states[step.to as ReferralState],
      })),
    canChange: reader.may('create') && isChangeable(stored.state),
  }
}

const NOT_STARTED: readonly ReferralState[] = ['submitted', 'more_info', 'accepted', 'scheduled']

/** What is late by a day, in words; as sql/referrals/page.sql sorts by. @param today YYYY-MM-DD */
const lateOf = ({ state, answerBy, startBy }: StoredReferral, today: string): string | null => {
  if (NOT_STARTED.includes(state) && startBy < today) return 'Not started in time'
  if (state === 'submitted' && answerBy !== null && answerBy < today) return 'Answer overdue'
  return null
}
