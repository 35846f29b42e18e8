import { execute, query, queryOne } from '../db.ts'
import type { MeetingState } from '../meetings/schema.ts'
import type { Minutes } from './schema.ts'

interface OfMeeting {
  meetingId: string
}

export const meeting = queryOne<
  OfMeeting,
  Pick<Minutes, 'meetingId' | 'month' | 'heldOn' | 'venue' | 'agreed'> & { state: MeetingState }
>('minutes/meeting')
export const lockMeeting = execute<OfMeeting>('minutes/lock')
export const sections = query<OfMeeting, Minutes['sections'][number]>('minutes/sections')
export const addenda = query<OfMeeting, Minutes['addenda'][number]>('minutes/addenda')
export const decisionsLeftOut = query<OfMeeting, { words: string }>('minutes/decisions-left-out')
export const clear = execute<OfMeeting>('minutes/clear')
export const addSections = execute<OfMeeting & { positions: number[]; titles: string[]; words: string[] }>(
  'minutes/add-sections',
)
export const changeSection = execute<OfMeeting & { id: string; version: number; words: string }>(
  'minutes/change-section',
)
export const addAddendum = execute<OfMeeting & { id: string; words: string; at: Date; by: string; role: string }>(
  'minutes/add-addendum',
)
