import type { Action, Scope } from '../access/matrix.ts'
import { isPlannable, isRunning, REFERRAL } from '../referrals/lifecycle.ts'
import { refOf } from '../referrals/referral-answer.ts'
import type { ReferralState, ServiceType } from '../referrals/schema.ts'
import { SERVICE_WORDS } from '../referrals/words.ts'
import type { PlannedSession, ReferralSessions, OutreachSession, Theme } from './schema.ts'
import { THEME_CHOICES } from './themes.ts'

/** A session as it is kept. */
export interface StoredSession {
  id: string
  referralId: string
  plannedId: string | null
  workerId: string
  workerName: string
  /** YYYY-MM-DD; wall clock, HH:MM. */
  day: string
  from: string
  to: string
  staff: number
  level1: number
  level2: number
  level3: number
  themes: Theme[]
  onwardReferrals: number
  observations: string | null
  version: number
}

/** What of a referral its sessions need to know. */
export interface SessionReferral {
  id: string
  number: number
  hotspotId: string
  hotspotName: string
  serviceType: ServiceType
  state: ReferralState
  /** The local day on which it was sent; null: it is a draft. */
  submittedOn: string | null
  version: number
}

export interface Reader {
  personId: string
  scope: Scope
  may: (action: Action) => boolean
}

const MINUTES_OF_DAY = 1440

/** How long a session took: an end that is not after the beginning is of the next day. @param from HH:MM @param to HH:MM */
export const minutesFrom = (from: string, to: string): number => {
  const minutes = (minuteOf(to) - minuteOf(from) + MINUTES_OF_DAY) % MINUTES_OF_DAY
  return minutes === 0 ? MINUTES_OF_DAY : minutes
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

export const toSession = (stored: StoredSession, { personId, scope }: Reader): OutreachSession => {
  const { level1, level2, level3, themes } = stored
  return {
    id: stored.id,
    day: stored.day,
    from: stored.from,
    to: stored.to,
    minutes: minutesFrom(stored.from, stored.to),
    staff: stored.staff,
    contacts: level1 + level2 + level3,
    onwardReferrals: stored.onwardReferrals,
    observations: stored.observations,
    version: stored.version,
    recorded:
      scope === 'referred'
        ? { by: stored.workerName, level1, level2, level3, themes, isMine: stored.workerId === personId }
        : null,
  }
}

export const toSessions = (
  referral: SessionReferral,
  {
    planned,
    sessions,
    today,
  }: { planned: readonly PlannedSession[]; sessions: readonly StoredSession[]; today: string },
  reader: Reader,
): ReferralSessions => ({
  referral: {
    id: referral.id,
    ref: refOf(referral.number),
    hotspotName: referral.hotspotName,
    serviceWords: SERVICE_WORDS[referral.serviceType],
    stateWords: REFERRAL.states[referral.state],
    version: referral.version,
  },
  today,
  canPlan: reader.may('update') && isPlannable(referral.state),
  canRecord: reader.may('create') && isRunning(referral.state),
  planned: [...planned],
  sessions: sessions.map((session) => toSession(session, reader)),
  themes: THEME_CHOICES,
})
