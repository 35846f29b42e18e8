import { execute, query, queryOne } from '../db.ts'
import type { ThemeCount } from '../outreach/themes.ts'
import type { HourWindow } from '../patrols/schema.ts'
import type { StoredReferral } from './referral-answer.ts'
import type { AgeBand, ReferralPriority, ReferralList, ReferralState, ServiceType } from './schema.ts'

/** What is asked for; `windows` is JSON text. */
interface Asked {
  serviceType: ServiceType
  rationale: string
  aims: string
  windows: string
  ageBand: AgeBand
  sessionsRequested: number
  startBy: string
  safetyNotes: string | null
  otherAgencies: string | null
  priority: ReferralPriority
  providerAgency: string
}

export const pageOfReferrals = query<
  {
    hotspotId: string | null
    meetingId: string | null
    states: readonly ReferralState[] | null
    today: string
    afterKey: string | null
    afterId: string | null
    limit: number
  },
  { id: string; key: string }
>('referrals/page')
export const counts = queryOne<{ today: string }, ReferralList['counts']>('referrals/counts')
export const referralsById = query<{ ids: string[] }, StoredReferral>('referrals/by-ids')
export const themesOf = query<{ referralId: string }, ThemeCount>('referrals/themes')
export const placeState = queryOne<{ hotspotId: string }, { name: string; state: string }>('referrals/place-state')
/** `windows` is null in months that were stored before there were findings. */
export const bestWindows = queryOne<{ hotspotId: string }, { windows: HourWindow[] | null; month: string }>(
  'referrals/best-windows',
)
export const providers = query<object, { agency: string }>('referrals/providers')
export const addReferral = execute<
  Asked & {
    id: string
    hotspotId: string
    placeName: string
    meetingId: string | null
    state: ReferralState
    now: Date
    requestedBy: string
    requestedByAgency: string
  }
>('referrals/add')
/** Gives 0 where somebody changed it first. */
export const saveReferral = execute<Asked & { id: string; version: number }>('referrals/save')
/** Gives 0 where somebody changed it first. `answerBy` null: as it was. */
export const setState = execute<{
  id: string
  version: number
  state: ReferralState
  now: Date
  answerBy: string | null
}>('referrals/set-state')
