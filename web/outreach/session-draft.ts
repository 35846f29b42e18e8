import type { OutreachSession, ReferralSessions, Theme } from '../../server/outreach/schema.ts'
import type { FieldErrors } from '../form/errors.tsx'

/** A session as it is typed. */
export interface SessionDraft {
  /** A planned one; empty: another. */
  plannedId: string
  day: string
  from: string
  to: string
  staff: number
  level1: number
  level2: number
  level3: number
  themes: Theme[]
  onwardReferrals: number
  observations: string
}

const USUAL_STAFF = 2

/** The planned session that is recorded by who opens the form now: today’s, else the latest that was not recorded. */
const likelyPlanned = ({ planned, today }: ReferralSessions) =>
  planned.filter(({ isHeld, day }) => !isHeld && day <= today).at(-1)

export const plannedChoices = ({ planned, today }: ReferralSessions) =>
  planned.filter(({ isHeld, day }) => !isHeld && day <= today).toReversed()

export const newSession = (sessions: ReferralSessions): SessionDraft => {
  const planned = likelyPlanned(sessions)
  return {
    plannedId: planned?.id ?? '',
    day: planned?.day ?? sessions.today,
    from: planned?.from ?? '',
    to: planned?.to ?? '',
    staff: sessions.sessions[0]?.staff ?? USUAL_STAFF,
    level1: 0,
    level2: 0,
    level3: 0,
    themes: [],
    onwardReferrals: 0,
    observations: '',
  }
}

export const draftOfSession = (session: OutreachSession): SessionDraft => ({
  plannedId: '',
  day: session.day,
  from: session.from,
  to: session.to,
  staff: session.staff,
  level1: session.recorded?.level1 ?? 0,
  level2: session.recorded?.level2 ?? 0,
  level3: session.recorded?.level3 ?? 0,
  themes: session.recorded?.themes ?? [],
  onwardReferrals: session.onwardReferrals,
  observations: session.observations ?? '',
})

export const sessionErrors = ({ day, from, to, staff }: SessionDraft): FieldErrors => ({
  ...(day === '' && { 'session-day': 'Give the day' }),
  ...(from === '' && { 'session-from': 'Say when it began' }),
  ...(to === '' && { 'session-to': 'Say when it ended' }),
  ...(from !== '' && from === to && { 'session-to': 'It ends when it begins: change one of the times' }),
  ...(staff < 1 && { 'session-staff': 'Say how many staff there were' }),
})

/** What is sent, without the id of a new session or the version of a corrected one. */
export const toSessionInput = ({ plannedId: _planned, observations, ...said }: SessionDraft) => ({
  ...said,
  observations: observations.trim() || null,
})

/** Which field a pointer of the service belongs to. */
export const SESSION_FIELDS: Record<string, string> = {
  '/day': 'session-day',
  '/from': 'session-from',
  '/to': 'session-to',
  '/staff': 'session-staff',
  '/level1': 'session-level1',
  '/level2': 'session-level2',
  '/level3': 'session-level3',
  '/themes': 'session-themes',
  '/onwardReferrals': 'session-onward',
  '/observations': 'session-observations',
  '/plannedId': 'session-planned',
}
