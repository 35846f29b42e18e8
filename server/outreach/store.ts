import { execute, query, queryOne } from '../db.ts'
import type { PlannedSession, Theme } from './schema.ts'
import type { SessionReferral, StoredSession } from './session-answer.ts'

/** What is said of a session. */
interface Said {
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
}

export const referral = queryOne<{ id: string }, SessionReferral>('outreach/referral')
export const plannedOf = query<{ referralId: string }, PlannedSession>('outreach/planned')
export const sessionsOf = query<{ referralId: string }, StoredSession>('outreach/sessions')
export const sessionById = queryOne<{ id: string }, StoredSession>('outreach/session')

/** Gives 0 where somebody changed the referral first. */
export const touchReferral = execute<{ id: string; version: number }>('outreach/touch-referral')
/** All that were not held. */
export const dropPlanned = execute<{ referralId: string }>('outreach/drop-planned')
export const addPlanned = execute<{
  referralId: string
  hotspotId: string
  ids: string[]
  days: string[]
  froms: string[]
  tos: string[]
}>('outreach/add-planned')

/** Gives 0 where a session of that id is there already. */
export const addSession = execute<
  Said & {
    id: string
    referralId: string
    hotspotId: string
    plannedId: string | null
    workerId: string
    workerName: string
    now: Date
  }
>('outreach/add-session')
export const keepRevision = execute<{ id: string; version: number }>('outreach/keep-revision')
/** Gives 0 where it was changed meanwhile. */
export const changeSession = execute<Said & { id: string; version: number }>('outreach/change-session')

/** The first session of a scheduled referral begins its delivery. Gives 0 where it is there already. */
export const startDelivery = execute<{ id: string; now: Date }>('outreach/start-delivery')
