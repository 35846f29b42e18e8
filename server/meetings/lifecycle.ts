import type { Lifecycle } from '../lifecycle.ts'
import type { MeetingState } from './schema.ts'

export type MeetingStep = 'freeze' | 'open' | 'open_children' | 'back_to_places' | 'end' | 'agree' | 'close' | 'cancel'

/** Something can still be written to its agenda, attendance and decisions. */
export const WRITABLE: readonly MeetingState[] = [
  'scheduled',
  'pack_frozen',
  'in_session',
  'in_session_b',
  'minutes_draft',
]

/** The monthly meeting (domain.md 7.1). Its pack is frozen by a step of its own address, since that reads case data. */
export const MEETING: Lifecycle<MeetingState, MeetingStep> = {
  thing: 'meeting',
  called: 'A meeting',
  states: {
    scheduled: 'Scheduled',
    pack_frozen: 'Pack frozen',
    in_session: 'In session, Part A',
    in_session_b: 'In session, Part B',
    minutes_draft: 'Minutes in draft',
    minutes_agreed: 'Minutes agreed',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  initial: 'scheduled',
  steps: {
    freeze: { from: ['scheduled'], to: 'pack_frozen', says: 'Freeze the pack', by: 'approve' },
    open: { from: ['pack_frozen'], to: 'in_session', says: 'Open the meeting, Part A' },
    open_children: { from: ['in_session'], to: 'in_session_b', says: 'Go on to Part B, children' },
    back_to_places: { from: ['in_session_b'], to: 'in_session', says: 'Back to Part A, places' },
    end: { from: ['in_session', 'in_session_b'], to: 'minutes_draft', says: 'End the meeting and draft its minutes' },
    agree: { from: ['minutes_draft'], to: 'minutes_agreed', says: 'Agree the minutes', by: 'approve' },
    close: { from: ['minutes_agreed'], to: 'closed', says: 'Close the meeting' },
    cancel: { from: ['scheduled', 'pack_frozen'], to: 'cancelled', says: 'Cancel the meeting', needsWhy: true },
  },
}

/** Whether a step is taken by its name alone. */
export const isPlainStep = (name: string): name is MeetingStep =>
  Object.hasOwn(MEETING.steps, name) && name !== 'freeze'
