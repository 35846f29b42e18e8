import type { Action } from '../access/matrix.ts'
import { legalSteps } from '../lifecycle.ts'
import { isPlainStep, MEETING, WRITABLE } from './lifecycle.ts'
import { PARTNERS, type AgendaItem, type Decision, type Made, type Meeting, type MeetingDetail } from './schema.ts'

/** A meeting as the database gives it. */
export type MeetingRow = Omit<Meeting, 'stateWords' | 'steps' | 'canFreeze' | 'canWrite'>

/** A meeting as its reader is told of it. */
export const toMeeting = (row: MeetingRow, may: (action: Action) => boolean): Meeting => {
  const steps = may('update') ? legalSteps(MEETING, row.state, may) : []
  return {
    ...row,
    stateWords: MEETING.states[row.state],
    steps: steps.filter(({ step }) => isPlainStep(step)),
    canFreeze: steps.some(({ step }) => step === 'freeze'),
    canWrite: may('update') && WRITABLE.includes(row.state),
  }
}

/** The partners whom a decision needs to be there and who are not. */
export const missingPartners = (attendance: MeetingDetail['attendance']): MeetingDetail['missing'] =>
  PARTNERS.filter((wanted) => !attendance.some(({ partner, status }) => partner === wanted && status === 'present'))

type BareItem = Omit<AgendaItem, 'decisions' | 'made'>

/** Each item with what was decided and made at it: what is about a place belongs to that place's item. */
export const withWhatCame = (
  items: readonly BareItem[],
  decisions: readonly Decision[],
  made: readonly Made[],
): { items: AgendaItem[]; made: Made[] } => {
  const placeOf = new Set(items.flatMap(({ hotspotId }) => hotspotId ?? []))
  return {
    items: items.map((item) => ({
      ...item,
      decisions: decisions.filter(({ itemId }) => itemId === item.id),
      made: item.hotspotId === null ? [] : made.filter(({ hotspotId }) => hotspotId === item.hotspotId),
    })),
    made: made.filter(({ hotspotId }) => hotspotId === null || !placeOf.has(hotspotId)),
  }
}
