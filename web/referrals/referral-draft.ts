import type {
  AgeBand,
  ReferralChange,
  ReferralDetail,
  ReferralPriority,
  ReferralProposal,
  ServiceType,
} from '../../server/referrals/schema.ts'
import type { HourWindow } from '../../server/patrols/schema.ts'
import { daysLater } from '../form/day-field.tsx'
import type { FieldErrors } from '../form/errors.tsx'

/** What is typed and ticked before it is kept. */
export interface ReferralDraft {
  serviceType: ServiceType
  rationale: string
  aims: string
  windows: HourWindow[]
  ageBand: AgeBand
  sessionsRequested: string
  startBy: string
  safetyNotes: string
  otherAgencies: string
  priority: ReferralPriority
  providerAgency: string
}

const USUAL_AIMS = 'Young people there know a youth worker they can turn to, and somewhere safe to go.'
const USUAL_SESSIONS = '6'
const DAYS_TO_START = 21

/** Detached work at the best times of the stored month, six sessions, to begin in three weeks. */
export const draftFrom = ({ windows, providers, today }: ReferralProposal): ReferralDraft => ({
  serviceType: 'detached',
  rationale: '',
  aims: USUAL_AIMS,
  windows,
  ageBand: 'any',
  sessionsRequested: USUAL_SESSIONS,
  startBy: daysLater(today, DAYS_TO_START),
  safetyNotes: '',
  otherAgencies: '',
  priority: 'routine',
  providerAgency: providers.length === 1 ? providers[0]! : '',
})

/** As it stands. */
export const draftOf = (referral: ReferralDetail): ReferralDraft => ({
  ...referral,
  rationale: referral.words?.rationale ?? '',
  aims: referral.words?.aims ?? '',
  safetyNotes: referral.words?.safetyNotes ?? '',
  otherAgencies: referral.words?.otherAgencies ?? '',
  sessionsRequested: String(referral.sessionsRequested),
})

export const referralErrors = (draft: ReferralDraft): FieldErrors => {
  const sessions = Number(draft.sessionsRequested)
  return {
    ...(draft.providerAgency === '' && { 'referral-provider': 'Choose who it is referred to' }),
    ...(draft.rationale.trim() === '' && { 'referral-rationale': 'Say why the place is referred' }),
    ...(draft.aims.trim() === '' && { 'referral-aims': 'Say what the work is to achieve' }),
    ...(draft.windows.length === 0 && { 'plan-windows': 'Choose at least one day and time' }),
    ...(!(Number.isInteger(sessions) && sessions >= 1 && sessions <= 60) && {
      'referral-sessions': 'Ask for 1 to 60 sessions',
    }),
    ...(draft.startBy === '' && { 'referral-start': 'Give the day by which it is to start' }),
  }
}

export const toReferralInput = (draft: ReferralDraft): Omit<ReferralChange, 'version'> => ({
  serviceType: draft.serviceType,
  rationale: draft.rationale.trim(),
  aims: draft.aims.trim(),
  windows: draft.windows,
  ageBand: draft.ageBand,
  sessionsRequested: Number(draft.sessionsRequested),
  startBy: draft.startBy,
  safetyNotes: draft.safetyNotes.trim() || null,
  otherAgencies: draft.otherAgencies.trim() || null,
  priority: draft.priority,
  providerAgency: draft.providerAgency,
})

/** Which field a pointer of the service belongs to. */
export const REFERRAL_FIELDS: Record<string, string> = {
  '/serviceType': 'referral-service',
  '/rationale': 'referral-rationale',
  '/aims': 'referral-aims',
  '/windows': 'plan-windows',
  '/ageBand': 'referral-age',
  '/sessionsRequested': 'referral-sessions',
  '/startBy': 'referral-start',
  '/safetyNotes': 'referral-safety',
  '/otherAgencies': 'referral-others',
  '/priority': 'referral-priority',
  '/providerAgency': 'referral-provider',
}

/** The fields that a quick form keeps folded away. */
export const FOLDED = ['referral-age', 'referral-start', 'referral-safety', 'referral-others', 'referral-sessions']
